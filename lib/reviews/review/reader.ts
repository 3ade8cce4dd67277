import { readingMinutes, wordCountOf } from "#lib/base/text/word-count.ts";
import type { LiveBlockKind } from "#lib/base/vocabulary/review.ts";
import { type DocumentJson, type DocumentNode, stringAttr } from "#lib/document/document-json.ts";
import { plainText, sectionsOf } from "#lib/document/text.ts";

export interface ReaderSection {
  /** Null for text before the first section. */
  key: string | null;
  title: string;
  nodes: DocumentNode[];
}

export interface ReaderText {
  /** The first paragraph of the summary. Empty if nothing is written there. */
  deck: string;
  sections: ReaderSection[];
  minutes: number;
}

/** Live blocks that repeat the head of the page. */
const SAID_BY_THE_PAGE: ReadonlySet<string> = new Set(["header", "approvals"]);
const ALONE: ReadonlySet<string> = new Set(["horizontalRule", "eventChip", "recordChip", "personMention", "picture"]);

/**
 * Returns a review's text for readers, without questions, drafting marks, empty sections and empty live blocks.
 * `isEmpty` returns whether a live block has no records.
 */
export function readerText(json: DocumentJson, isEmpty: (kind: LiveBlockKind) => boolean): ReaderText {
  const sections: ReaderSection[] = [];
  let deck = "";
  for (const { key, nodes } of sectionsOf(json)) {
    let kept = readable(nodes, isEmpty);
    const [first] = kept;
    if (key === "summary" && first?.type === "paragraph") {
      deck = deckOf(first);
      kept = kept.slice(1);
    }
    if (kept.length > 0) sections.push({ key, title: titleOf(json, key), nodes: kept });
  }
  const words = wordCountOf([deck, ...sections.map(({ nodes }) => plainText(nodes))].join("\n"));
  return { deck, sections, minutes: readingMinutes(words) };
}

/** Returns the words of a paragraph without its events, and without the space before a comma that an event leaves. */
function deckOf({ content = [] }: DocumentNode): string {
  let words = "";
  let isAfterEvent = false;
  for (const node of content) {
    const next = plainText([node]);
    if (isAfterEvent && /^[\s,.;:!?)]/.test(next)) words = words.trimEnd();
    words += next;
    isAfterEvent = node.type === "eventChip" || (isAfterEvent && next.trim() === "");
  }
  return words.trim();
}

function titleOf(json: DocumentJson, key: string | null): string {
  if (key === null) return "";
  const heading = json.content?.find((node) => node.type === "heading" && stringAttr(node, "sectionKey") === key);
  return heading ? plainText([heading]) : "";
}

function readable(nodes: readonly DocumentNode[], isEmpty: (kind: LiveBlockKind) => boolean): DocumentNode[] {
  return nodes.flatMap((node) => {
    if (node.type === "guidance") return [];
    if (node.type === "draftBlock") return readable(node.content ?? [], isEmpty);
    if (node.type === "liveBlock") {
      const kind = stringAttr(node, "kind") as LiveBlockKind | null;
      return kind === null || SAID_BY_THE_PAGE.has(kind) || isEmpty(kind) ? [] : [node];
    }
    return hasContent(node) ? [node] : [];
  });
}

/**
 * Returns a text without the template sections that have no content. `isEmpty` returns whether a live block has no
 * records.
 */
export function withoutEmptySections(json: DocumentJson, isEmpty: (block: DocumentNode) => boolean): DocumentJson {
  const isFilled = (node: DocumentNode): boolean => {
    if (node.type === "liveBlock") return !isEmpty(node);
    return (
      node.type !== "guidance" && (node.type === "draftBlock" ? (node.content ?? []).some(isFilled) : hasContent(node))
    );
  };
  const filled = new Set(sectionsOf(json).flatMap(({ key, nodes }) => (nodes.some(isFilled) ? [key] : [])));
  let key: string | null = null;
  const content = (json.content ?? []).filter((node) => {
    key = (node.type === "heading" ? stringAttr(node, "sectionKey") : null) ?? key;
    return key === null || filled.has(key);
  });
  return { ...json, content };
}

function hasContent(node: DocumentNode): boolean {
  if (node.type === "text") return (node.text ?? "").trim() !== "";
  return ALONE.has(node.type) || node.type === "liveBlock" || (node.content ?? []).some(hasContent);
}
