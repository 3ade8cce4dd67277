import type { Node } from "@tiptap/pm/model";
import { decideText, proposalOf } from "./decide-suggestions.ts";
import type { DocumentJson, DocumentNode } from "./document-json.ts";
import { PROPOSED_BREAK } from "./nodes/proposal-attributes.ts";

export const SUGGESTION_READINGS = ["as_it_stands", "as_proposed", "both"] as const;
export type SuggestionReading = (typeof SUGGESTION_READINGS)[number];

export const SUGGESTION_READING_WORDS: Record<SuggestionReading, string> = {
  as_it_stands: "Left out",
  as_proposed: "As if accepted",
  both: "Both, underlined and struck",
};

const shown = (node: DocumentNode): DocumentNode => ({
  ...node,
  ...(node.text && node.marks?.some((mark) => proposalOf(mark) !== null)
    ? { text: node.text.replaceAll(PROPOSED_BREAK, "¶") }
    : {}),
  ...(node.content ? { content: node.content.map(shown) } : {}),
});

/**
 * Reads a stored text as if nothing were proposed, as if everything were accepted, or with both. Both has the marks
 * `suggestInsert`, `suggestDelete` and `suggestFormat` and the attributes of `BLOCK_PROPOSALS`, and a proposed Enter
 * is a ¶. `proposalsIn` lists what they propose.
 */
export function textAs(json: DocumentJson, reading: SuggestionReading): DocumentJson {
  if (reading === "both") return { ...json, content: (json.content ?? []).map(shown) };
  return decideText(json, () => (reading === "as_proposed" ? "accept" : "reject"));
}

/** Returns the words of a node of the editor without proposed ones, with `between` after each block. */
export function standingText(node: Node, between = ""): string {
  let words = "";
  node.descendants((child) => {
    if (child.attrs.suggestInsert) return false;
    if (child.isText && !isProposedText(child)) words += child.text;
    else if (child.isBlock && words !== "") words += between;
    return true;
  });
  return words;
}

/** Returns whether a node of the editor is text, a chip or a break that someone proposes. */
export const isProposedText = (node: Node): boolean => node.marks.some(({ type }) => type.name === "suggestInsert");

/** Returns whether a block of the editor is the heading of a section. A proposed one isn't yet. */
export const startsSection = ({ type, attrs }: Node) =>
  !attrs.suggestInsert && type.name === "heading" && attrs.level === 2;
