import type { DocumentNode } from "#lib/document/document-json.ts";

/** Inline content in short form: text, or an event or a record to cite. */
export type Inline =
  | string
  | { eventId: string }
  | { noun: "incident" | "action-item" | "strategic-change"; key: string };

function inlineNode(part: Inline): DocumentNode {
  if (typeof part === "string") return { type: "text", text: part };
  if ("noun" in part) return { type: "recordChip", attrs: { noun: part.noun, key: part.key } };
  return { type: "eventChip", attrs: { eventId: part.eventId } };
}

/** Returns a paragraph. Neighbouring strings become one text node, as in a stored document. */
export function paragraph(parts: readonly Inline[]): DocumentNode {
  const merged: Inline[] = [];
  for (const part of parts) {
    const previous = merged.at(-1);
    if (part === "") continue;
    if (typeof part === "string" && typeof previous === "string") merged[merged.length - 1] = previous + part;
    else merged.push(part);
  }
  return merged.length === 0 ? { type: "paragraph" } : { type: "paragraph", content: merged.map(inlineNode) };
}

/**
 * Returns a paragraph of sentences with one space between them. Empty sentences are left out, and without any there is
 * no paragraph.
 */
export function sentences(parts: readonly (readonly Inline[])[]): DocumentNode[] {
  const said = parts.filter((part) => part.some((one) => one !== ""));
  if (said.length === 0) return [];
  return [paragraph(said.flatMap((part, index) => (index === 0 ? [...part] : [" ", ...part])))];
}

/** Returns a bullet list with one item for each list of parts. */
export function bulletList(items: readonly (readonly Inline[])[]): DocumentNode {
  return {
    type: "bulletList",
    content: items.map((parts) => ({ type: "listItem", content: [paragraph(parts)] })),
  };
}
