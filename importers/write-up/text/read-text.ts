import { only } from "#lib/base/text/phrases.ts";
import type { DocumentNode } from "#lib/document/document-json.ts";
import { plainText } from "#lib/document/text.ts";
import { blocksOfHtml, type SourcePicture } from "./blocks-of-html.ts";

/** A write-up as the text of a review. Every word of it is in the title or the blocks. */
export interface WriteUpDocument {
  title: string | null;
  blocks: DocumentNode[];
  /** As the text states it, from 1. Null if it doesn't. */
  severity: 1 | 2 | 3 | 4 | null;
  /** Pictures that the blocks show, by their place in this list. */
  pictures: SourcePicture[];
}

const LONGEST_TITLE = 200;
/** Titles of parts, as in a text whose only large heading is that of a part. */
const PART = only`
  (?:executive )?summary | overview | timeline | impact | background | details | introduction | root causes? | detection
  resolution | action items? | lessons learned | contents | table of contents
`;
const wordsOf = (text: string) => text.replace(/\s+/g, " ").trim();

interface WriteUpPage {
  html: string;
  /** Tags that HTML doesn't know are text. */
  isMarkdown: boolean;
  /** A title that is stated outside the text. The head of the page can state one too. */
  title: string | null;
}

/** Reads the text of a write-up, which is HTML by now. */
export function readWriteUpText({ html, isMarkdown, title: stated }: WriteUpPage): WriteUpDocument {
  const page = blocksOfHtml(html, { isMarkdown });
  const { title, rest } = takeTitle(page.blocks, stated ?? page.title);
  return { title, severity: severityIn(plainText(page.blocks)), blocks: rest, pictures: page.pictures };
}

const SEVERITY =
  /^[^\p{L}\n]{0,10}severity(?: level)?\s{0,5}[:|]?\s{0,5}(?:sev(?:erity)?|s)?[- ]?([1-4])(?![\d.:/-])/imu;
const HEAD = 20_000;

function severityIn(text: string): WriteUpDocument["severity"] {
  const stated = Number(SEVERITY.exec(text.slice(0, HEAD))?.[1]);
  return stated === 1 || stated === 2 || stated === 3 || stated === 4 ? stated : null;
}

/**
 * The title is a heading at the start, which then isn't repeated in the text, if nothing else is on its level. A stated
 * title comes next.
 */
function takeTitle(blocks: DocumentNode[], stated: string | null): { title: string | null; rest: DocumentNode[] } {
  const levels = blocks.flatMap(({ type, attrs }) => (type === "heading" ? [Number(attrs?.level)] : []));
  const at = blocks.findIndex(({ type }) => type === "heading");
  const first = blocks[at];
  const isAlone = first !== undefined && levels.slice(1).every((level) => level > Number(levels[0]));
  const heading = first ? wordsOf(plainText([first])) : "";
  const isTitle = heading !== "" && heading.length <= LONGEST_TITLE && !PART.test(heading);
  if (isAlone && isTitle && levels[0] === 1) return { title: heading, rest: blocks.filter((_, index) => index !== at) };
  const title = stated === null ? null : wordsOf(stated).slice(0, LONGEST_TITLE);
  return { title: title === "" ? null : title, rest: blocks };
}
