const SEPARATOR = /\s*(?:[:;,|→]|-{1,3}>?|–|—|=>|\.(?=\s|$))(?=$|[^\d])/y;

/** The stamp as written, without the marks around it. */
export function statedText(text: string, end: number): string {
  const stated = text
    .slice(0, end)
    .replace(/^[\s*_`([<"“>]+|[\s*_`\])>"”]+$/g, "")
    .trim();
  return stated.includes("(") && !stated.includes(")") ? `${stated})` : stated;
}

/** The emphasis that opens before a stamp and does not close within it; empty when there is none. */
export function openEmphasis(text: string, start: number, end: number): string {
  const before = text.slice(0, start);
  const inside = text.slice(start, end);
  return ["**", "__", "~~", "*", "_"].find((mark) => before.includes(mark) && !inside.includes(mark)) ?? "";
}

/** Where the words begin behind a stamp that ends at `end`: past colons, dashes and blanks. */
export function skipSeparators(text: string, end: number): number {
  let pos = end;
  for (let turn = 0; turn < 3; turn += 1) {
    const length = lengthAt(SEPARATOR, text, pos);
    if (length === 0) break;
    pos += length;
    if (turn === 0) pos += lengthAt(/(?:\*\*|__)(?=\s)/y, text, pos);
  }
  return pos + lengthAt(/\s{0,40}/y, text, pos);
}

function lengthAt(pattern: RegExp, text: string, pos: number): number {
  pattern.lastIndex = pos;
  return pattern.exec(text)?.[0].length ?? 0;
}
