import type { DocumentNode } from "./document-json.ts";
import { isInline } from "./text.ts";

/** In the text of a sentence, the place of a chip or a line break. */
const ATOM = "\uFFFC";
const segmenter = new Intl.Segmenter("en", { granularity: "sentence" });

/** A sentence of a paragraph or a list item. */
export interface Sentence {
  /** Its letters, with U+FFFC for each inline element. */
  text: string;
  nodes: DocumentNode[];
}

const lettersOf = (nodes: readonly DocumentNode[]): string => nodes.map(({ text }) => text ?? ATOM).join("");

/** Returns the inline nodes between two letters, text nodes cut where needed. */
function cut(nodes: readonly DocumentNode[], from: number, to: number): DocumentNode[] {
  let at = 0;
  return nodes.flatMap((node) => {
    const start = at;
    at += node.text?.length ?? 1;
    if (at <= from || start >= to) return [];
    if (node.text === undefined) return [node];
    return [{ ...node, text: node.text.slice(Math.max(0, from - start), to - start) }];
  });
}

/** Returns the blocks of text below some nodes, in reading order. */
function textblocks(nodes: readonly DocumentNode[]): DocumentNode[] {
  return nodes.flatMap((node) => (node.content?.some(isInline) ? [node] : textblocks(node.content ?? [])));
}

/** Returns the sentences of nodes, without spaces around them. */
export function sentencesOf(nodes: readonly DocumentNode[]): Sentence[] {
  return textblocks(nodes).flatMap(({ content = [] }) => {
    const letters = lettersOf(content);
    return [...segmenter.segment(letters)].flatMap(({ index, segment }) => {
      const text = segment.trim();
      const from = index + segment.indexOf(text);
      return text === "" ? [] : [{ text, nodes: cut(content, from, from + text.length) }];
    });
  });
}

/** Returns the words of a sentence as they are read, without its chips. */
export const sentenceWords = ({ text }: Sentence): string =>
  text
    .replaceAll(ATOM, "")
    .replace(/ {2,}/g, " ")
    .replace(/ (?=[.,;:]|$)/g, "");

/** Returns the content of a block of text with one sentence replaced, or null if it doesn't contain that sentence. */
export function replaceSentence(content: DocumentNode[], was: Sentence, now: Sentence): DocumentNode[] | null {
  const letters = lettersOf(content);
  const from = letters.indexOf(was.text);
  if (from < 0) return null;
  const to = from + was.text.length;
  return [...cut(content, 0, from), ...now.nodes, ...cut(content, to, letters.length)];
}
