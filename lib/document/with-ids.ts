import type { DocumentNode } from "./document-json.ts";
import { uniqueIdTypes } from "./unique-id-types.ts";

const TYPES: ReadonlySet<string> = new Set(uniqueIdTypes);

/** Adds an id to each block that has none: that of `previous` in the same place, otherwise a new one. */
export function withIds<N extends DocumentNode>(node: N, newId: () => string, previous?: DocumentNode): N {
  const sameType = previous?.type === node.type ? previous : undefined;
  const content = node.content?.map((child, index) => withIds(child, newId, sameType?.content?.[index]));
  const id = node.attrs?.id ?? sameType?.attrs?.id ?? newId();
  return {
    ...node,
    ...(TYPES.has(node.type) ? { attrs: { ...node.attrs, id } } : {}),
    ...(content ? { content } : {}),
  };
}
