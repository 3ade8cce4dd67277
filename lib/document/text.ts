import { type DocumentJson, type DocumentNode, descendants, stringAttr } from "./document-json.ts";

const INLINE: ReadonlySet<string> = new Set(["text", "hardBreak", "eventChip", "recordChip", "personMention"]);

export const isInline = ({ type }: DocumentNode): boolean => INLINE.has(type);

/** Returns how a text names a record. A factor has no readable key: its chip contains an id. */
export const recordWords = (noun: string, key: string): string => (noun === "factor" ? "factor" : key);

function inlineText(node: DocumentNode): string {
  switch (node.type) {
    case "text":
      return node.text ?? "";
    case "hardBreak":
      return "\n";
    case "recordChip":
      return recordWords(stringAttr(node, "noun") ?? "", stringAttr(node, "key") ?? "");
    case "personMention":
      return `@${stringAttr(node, "label") ?? ""}`;
    default:
      return "";
  }
}

function lines(nodes: DocumentNode[]): string[] {
  if (nodes.some(isInline)) return [nodes.map(inlineText).join("")];
  return nodes.flatMap((node) => [
    ...(node.type === "picture" ? [stringAttr(node, "alt") ?? ""].filter(Boolean) : []),
    ...lines(node.content ?? []),
  ]);
}

/**
 * Returns the words of a text, one line per block, for search, previews and comparison. Live blocks have none. A
 * picture has its description and its caption.
 */
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

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/**
 * Returns the ids of the pictures in a text, each once. A client can store anything as an id, so others are left out.
 */
export function pictureIdsOf(json: DocumentJson): string[] {
  const pictures = [...descendants(json)].filter(({ type }) => type === "picture");
  const ids = pictures.map((node) => stringAttr(node, "pictureId") ?? "");
  return [...new Set(ids)].filter((id) => UUID.test(id));
}
