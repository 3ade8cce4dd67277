const CUT = "…";
const LETTER = /[\p{L}\p{N}]/u;
/** Letters from which a title that goes on in the body is taken for the beginning of it, not for a word they share. */
const SURELY_THE_SAME = 24;

/** Where a text goes on behind the letters of `start`, whatever signs lie between; null when it begins otherwise. */
function endOfStart(text: string, start: string): { end: number; letters: number } | null {
  let end = 0;
  let letters = 0;
  for (const sign of start) {
    if (!LETTER.test(sign)) continue;
    while (end < text.length && !LETTER.test(text.charAt(end))) end += 1;
    if (!text.startsWith(sign, end)) return null;
    end += sign.length;
    letters += 1;
  }
  return letters === 0 ? null : { end, letters };
}

/**
 * What the body of an event says beyond its title, so that nothing is read twice: the rest behind a title that is its
 * beginning, the whole body when it begins otherwise. Returns "" when it says no more, and begins with "…" where a
 * sentence of the title goes on.
 */
export function toldOnce({ title, body }: { title: string; body: string }): string {
  const whole = body.trim();
  const isCut = title.endsWith(CUT);
  const start = endOfStart(whole, isCut ? title.slice(0, -1) : title);
  if (!start) return whole;
  const rest = whole.slice(start.end);
  if (!LETTER.test(rest)) return "";
  if (isCut) return `${CUT}${rest}`;
  const isWordGoingOn = LETTER.test(rest.charAt(0));
  const isSentenceGoingOn = /^[^\S\n]*[\p{L}\p{N}(“"'`*_[]/u.test(rest);
  if (isWordGoingOn || (isSentenceGoingOn && start.letters < SURELY_THE_SAME)) return whole;
  return isSentenceGoingOn ? `${CUT}${rest}` : rest.replace(/^[\s\p{P}]+/u, openingOf);
}

/** Of the signs before the rest, those that belong to it: a list mark, a quote or a bracket that opens. */
const openingOf = (signs: string) => /(?:[-*>#] ?|[[("“'`*_]+)$/.exec(signs)?.[0] ?? "";

/** The whole body of a title and what was told beyond it: the way back from `toldOnce` for a title that was cut. */
export function joinTold(title: string, rest: string): string {
  if (!title.endsWith(CUT) || !rest.startsWith(CUT)) return rest;
  return title.slice(0, -1) + rest.slice(1);
}

/** The title of an event without the name of who said it, where the row names them. */
export function titleBeyond({ title, actor }: { title: string; actor: string | null }): string {
  if (actor === null || !title.toLowerCase().startsWith(`${actor.toLowerCase()}:`)) return title;
  return title.slice(actor.length + 1).trimStart() || title;
}
