import { type DocumentJson, type DocumentNode, stringAttr } from "#lib/document/document-json.ts";

const idOf = (node: DocumentNode) => stringAttr(node, "id");

/**
 * The text with some top-level blocks as they were in a version: what changed is as it was, what was removed is back
 * below the block it followed, what was added since is gone, what moved is where it was. The rest stays.
 */
export function restoreBlocks(now: DocumentJson, version: DocumentJson, ids: ReadonlySet<string>): DocumentJson {
  const old = version.content ?? [];
  const has = (nodes: readonly DocumentNode[], id: string | null) => nodes.some((node) => idOf(node) === id);
  const content = (now.content ?? []).filter((node) => {
    const id = idOf(node);
    return id === null || !ids.has(id);
  });
  for (const [at, node] of old.entries()) {
    const id = idOf(node);
    if (id === null || !ids.has(id)) continue;
    const above = old.slice(0, at).findLast((one) => idOf(one) !== null && has(content, idOf(one)));
    const place = above ? content.findIndex((one) => idOf(one) === idOf(above)) + 1 : 0;
    content.splice(place, 0, node);
  }
  return { ...now, content };
}
