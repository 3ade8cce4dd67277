const FENCE = /^[ \t]{0,40}(`{3,}|~{3,})([^`]{0,200})$/;

interface Mark {
  index: number;
  sign: string;
  length: number;
  bare: boolean;
}

/**
 * Returns which lines belong to a fenced code block, including its fences. A fence that is never closed is an ordinary
 * line.
 */
export function findFences(raws: string[]): boolean[] {
  const inside: boolean[] = new Array(raws.length).fill(false);
  const marks: Mark[] = [];
  for (const [index, raw] of raws.entries()) {
    if (raw.length > 300) continue;
    const match = FENCE.exec(raw);
    if (!match) continue;
    const [, sign = "", info = ""] = match;
    marks.push({ index, sign: sign.charAt(0), length: sign.length, bare: info.trim() === "" });
  }
  const openEnded = new Set<string>();
  for (let at = 0; at < marks.length; at += 1) {
    const open = marks[at];
    if (!open || openEnded.has(`${open.sign}${open.length}`)) continue;
    let close = at + 1;
    while (close < marks.length && !closes(marks[close], open)) close += 1;
    const end = marks[close];
    if (!end) {
      openEnded.add(`${open.sign}${open.length}`);
      continue;
    }
    inside.fill(true, open.index, end.index + 1);
    at = close;
  }
  return inside;
}

function closes(mark: Mark | undefined, open: Mark): boolean {
  return mark?.bare === true && mark.sign === open.sign && mark.length >= open.length;
}
