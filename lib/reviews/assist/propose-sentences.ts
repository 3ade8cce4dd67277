import { type DocumentJson, type DocumentNode, stringAttr } from "#lib/document/document-json.ts";
import type { CheckedSentence } from "./answer.ts";

const isHead = ({ type, attrs }: DocumentNode) =>
  type === "heading" && (attrs?.level === 2 || Boolean(attrs?.sectionKey));

/** Returns a proposed paragraph: the words of the assistant as plain text, then the events that they cite. */
const proposed = ({ id, text, events }: CheckedSentence & { id: string }): DocumentNode => ({
  type: "paragraph",
  attrs: { suggestInsert: id },
  content: [
    { type: "text", text: `${text} ` },
    ...events.map((eventId): DocumentNode => ({ type: "eventChip", attrs: { eventId } })),
  ],
});

/**
 * Returns a text with sentences proposed at the end of a section, each under the id of a suggestion of its own. Null if
 * the text has no such section. What is there stays as it is.
 */
export function proposeSentences(
  json: DocumentJson,
  section: string,
  sentences: readonly (CheckedSentence & { id: string })[],
): DocumentJson | null {
  const { content = [] } = json;
  const head = content.findIndex((node) => node.type === "heading" && stringAttr(node, "sectionKey") === section);
  if (head < 0) return null;
  const next = content.findIndex((node, at) => at > head && isHead(node));
  return { ...json, content: content.toSpliced(next < 0 ? content.length : next, 0, ...sentences.map(proposed)) };
}
