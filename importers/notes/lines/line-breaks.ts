import { isTimed, readStamp } from "#importers/lex/stamp.ts";

const BREAK = /<br\s{0,4}\/?>/gi;
const HAS_BREAK = /<br\s{0,4}\/?>/i;
const EDGES = /^(\s{0,20})(?:<br\s{0,4}\/?>\s{0,4}){1,4}|(?:\s{0,4}<br\s{0,4}\/?>){1,4}\s{0,4}$/gi;
const MARK = /^\s{0,40}(?:[-*+•]\s{1,4})?/;
const ROW = /^\s{0,20}\|/;

export interface BrokenText {
  text: string;
  /** Physical line (1-based) in the source for each line of the text. */
  lines: number[];
}

/** Returns a text in which `<br>` ends a line if a time follows it. Null if there is none. Table cells stay whole. */
export function openBreaks(text: string): BrokenText | null {
  if (!HAS_BREAK.test(text)) return null;
  const opened: BrokenText & { parts: string[] } = { text: "", lines: [], parts: [] };
  for (const [index, raw] of text.split(/\r\n|\n|\r/).entries()) {
    for (const part of HAS_BREAK.test(raw) && !ROW.test(raw) ? openLine(raw) : [raw]) {
      opened.parts.push(part);
      opened.lines.push(index + 1);
    }
  }
  return { text: opened.parts.join("\n"), lines: opened.lines };
}

/** Cuts the line before every time after a break, each piece with its list mark. */
function openLine(raw: string): string[] {
  const line = raw.replace(EDGES, "$1");
  const [mark = ""] = MARK.exec(line) ?? [];
  const parts: string[] = [];
  let from = 0;
  for (const { index, 0: sign } of line.matchAll(BREAK)) {
    const after = line.slice(index + sign.length);
    if (index < from || !beginsWithTime(after.replace(MARK, ""))) continue;
    parts.push(line.slice(from, index).replace(EDGES, "$1"));
    from = index + sign.length;
  }
  parts.push(line.slice(from));
  return parts.map((part, at) => (at === 0 ? part : mark + part.replace(MARK, "")));
}

/** A time, or "Update: 18:52". */
const TIME_AHEAD = /^[\s*_`([~@≈]{0,6}(?:updated?:?\s)?(?:\d|\p{L}{1,12}\.?,?\s?\d)/iu;

function beginsWithTime(text: string): boolean {
  const stamp = TIME_AHEAD.test(text) ? readStamp(text) : null;
  return stamp !== null && isTimed(stamp) && !stamp.prose;
}
