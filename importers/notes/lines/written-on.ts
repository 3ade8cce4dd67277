import { findDates } from "#importers/lex/find-dates.ts";
import { plainText } from "#importers/lex/markdown.ts";
import { readStamp } from "#importers/lex/stamp.ts";

const DAY_LENGTH = 40;

/** Returns whether a line contains only a day. */
export function isBareDay(content: string): boolean {
  const stamp = content.length <= DAY_LENGTH && /\d/.test(content) ? readStamp(content) : null;
  return stamp?.date != null && stamp.clock === null && stamp.end === null && stamp.textStart >= content.length;
}

/** "Jane Doe | March 9, 2024 | 5 min read", "Posted 9 March 2024": who wrote a text, and when. */
export const isByline = (text: string): boolean =>
  text.length <= BYLINE_LENGTH && (AUTHOR.test(text) || isWritten(text) || isInPieces(text));

/** Returns whether a line is only a byline with its day, and no sentence that starts with "By". */
export const isDatedByline = (text: string): boolean =>
  isByline(text) && (isInPieces(text) || /^[\s*_.]*$/.test(text.slice(findDates(text).at(-1)?.end)));

function isInPieces(text: string): boolean {
  const pieces = plainText(text).split(/\s[|·•—]\s/);
  return pieces.length > 1 && pieces.some(isBareDay) && pieces.some((piece) => findDates(piece).length === 0);
}

function isWritten(text: string): boolean {
  const lead = WRITTEN.exec(text);
  return lead !== null && isBareDay(text.slice(lead[0].length));
}

const BYLINE_LENGTH = 120;
const AUTHOR =
  /^[\s*_]{0,4}(?:(?:[Ww]ritten |[Pp]osted |[Pp]ublished )?[Bb]y|[Aa]uthor:?|[Vv]on|[Pp]ar|[Pp]or)\s+\p{Lu}/u;
const WRITTEN = /^[\s*_]{0,4}(?:posted|published|written|created|(?:last )?(?:updated|modified|edited))(?: on)?\s/i;
