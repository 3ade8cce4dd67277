import type { NodeType } from "@tiptap/pm/model";
import * as Y from "yjs";
import { editorSchema } from "#lib/document/schema.ts";
import { CLOSE } from "#lib/document/socket-protocol.ts";
import { type Holder, Places } from "./places.ts";
import { Refusal } from "./refusal.ts";

const MAX_DEPTH = 100;
const { nodes, marks, topNodeType } = editorSchema();

/** Names of what a node can contain somewhere. */
function childrenOf({ contentMatch }: NodeType): Set<string> {
  const names = new Set<string>();
  const matches = new Set([contentMatch]);
  for (const match of matches)
    for (let index = 0; index < match.edgeCount; index++) {
      const { type, next } = match.edge(index);
      names.add(type.name);
      matches.add(next);
    }
  return names;
}
const CHILDREN = new Map(Object.values(nodes).map((type) => [type.name, childrenOf(type)]));

const nameOf = (holder: Holder | null) =>
  holder && "root" in holder ? topNodeType.name : holder && "element" in holder ? holder.element : "text";

function fitsInText(content: Y.Item["content"], above: Holder | null): boolean {
  const line = nodes[nameOf(above)];
  if (content instanceof Y.ContentString) return true;
  if (content instanceof Y.ContentEmbed)
    return CHILDREN.get(nameOf(above))?.has((content.embed as { type: string }).type) === true;
  if (!(content instanceof Y.ContentFormat)) return false;
  const mark = marks[content.key.split("--", 1)[0] ?? ""];
  return mark !== undefined && line?.allowsMarkType(mark) === true;
}

function fitsInElement({ content }: Y.Item, name: string): boolean {
  if (!(content instanceof Y.ContentType)) return false;
  if (content.type instanceof Y.XmlText) return nodes[name]?.isTextblock === true;
  const child = content.type instanceof Y.XmlElement ? content.type.nodeName : "";
  return nodes[name]?.isTextblock === false && CHILDREN.get(name)?.has(child) === true;
}

/**
 * Rejects nodes in places that the schema doesn't allow, such as an item outside a list: the first editor that opens
 * the document would remove them for everyone, and readers would fail. Also rejects nodes that are nested so deeply
 * that they exhaust a reader's stack.
 */
export function checkPlaces(document: Y.Doc, items: readonly Y.Item[]): void {
  const places = new Places(document, items);
  for (const item of items) {
    const place = places.of(item);
    if (!place || item.content instanceof Y.ContentDeleted) continue;
    const { holder, above, isAttribute, depth } = place;
    if (depth > MAX_DEPTH) throw new Refusal(CLOSE.refused, "nested too deep");
    const fits = isAttribute
      ? "element" in holder && item.content instanceof Y.ContentAny
      : "text" in holder
        ? fitsInText(item.content, above)
        : fitsInElement(item, nameOf(holder));
    if (!fits) throw new Refusal(CLOSE.refused, `misplaced in ${nameOf(holder)}`);
  }
}
