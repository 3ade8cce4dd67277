import { type DocumentJson, type DocumentNode, stringAttr } from "./document-json.ts";

const INLINE: ReadonlySet<string> = new Set(["text", "hardBreak", "eventChip", "recordChip", "personMention"]);

function inlineText(node: DocumentNode): string {
  switch (node.type) {
    case "text":
      return node.text ?? "";
    case "hardBreak":
      return "\n";
    case "recordChip":
      return stringAttr(node, "key") ?? "";
    case "personMention":
      return `@${stringAttr(node, "label") ?? ""}`;
    default:
      return "";
  }
}

function lines(nodes: DocumentNode[]): string[] {
  if (nodes.some((node) => INLINE.has(node.type))) return [nodes.map(inlineText).join("")];
  return nodes.flatMap((node) => lines(node.content ?? []));
}

/** Returns the words of a text, one line per block, for search, previews and comparison. Live blocks have none. */
export function plainText(nodes: DocumentNode | DocumentNode[]): string {
  return lines(Array.isArray(nodes) ? nodes : (nodes.content ?? [])).join("\n");
}

export interface DocumentSection {
  /** Null for text before the first section. */
  key: string | null;
  nodes: DocumentNode[];
}

/** Cuts the text at headings with a section's key. Each section contains what is below its heading. */
export function sectionsOf(json: DocumentJson): DocumentSection[] {
  const sections: DocumentSection[] = [{ key: null, nodes: [] }];
  for (const node of json.content ?? []) {
    const key = node.type === "heading" ? stringAttr(node, "sectionKey") : null;
    if (key) sections.push({ key, nodes: [] });
    else sections.at(-1)?.nodes.push(node);
  }
  return sections;
}

/** Returns the words of one section, empty if there is no such section. */
export function sectionText(json: DocumentJson, key: string): string {
  return plainText(sectionsOf(json).flatMap((section) => (section.key === key ? section.nodes : [])));
}
