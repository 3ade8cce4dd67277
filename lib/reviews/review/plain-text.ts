import type { DocumentNode } from "#lib/document/document-json.ts";

const INLINE: ReadonlySet<string | undefined> = new Set(["text", "eventChip", "recordChip"]);

function textOf(node: DocumentNode): string {
  if (node.text !== undefined) return node.text;
  const parts = (node.content ?? []).map(textOf);
  if (node.type === "listItem") return `- ${parts.join("\n")}`;
  const isInline = (node.content ?? []).every(({ type }) => INLINE.has(type));
  return parts.join(isInline ? "" : "\n");
}

/** Returns the text of generated nodes, one line per paragraph or list item, without cited events and records. */
export function plainText(nodes: readonly DocumentNode[]): string {
  return nodes
    .map(textOf)
    .join("\n")
    .replace(/ {2,}/g, " ")
    .replace(/ (?=[.,;:]|$)/gm, "");
}
