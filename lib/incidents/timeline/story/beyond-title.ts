const CUT = "…";
const LETTER = /[\p{L}\p{N}]/u;
/** From this many letters on, a title that the body starts with is its start and not a coincidence. */
const SURELY_THE_SAME = 24;

/**
 * Returns where a text continues after the letters of `start`, ignoring other characters. Null if it starts
 * differently.
 */
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
 * Returns what the body of an event adds to its title: the rest if the body starts with the title, or the whole body.
 * "" if it adds nothing. Starts with "…" if a sentence of the title continues.
 */
export function bodyBeyondTitle({ title, body }: { title: string; body: string }): string {
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

/** Of the characters before the rest, keeps those that belong to it: a list mark, or an opening quote or bracket. */
const openingOf = (signs: string) => /(?:[-*>#] ?|[[("“'`*_]+)$/.exec(signs)?.[0] ?? "";

/** Restores the body from a cut title and the result of `bodyBeyondTitle`. */
export function joinBody(title: string, rest: string): string {
  if (!title.endsWith(CUT) || !rest.startsWith(CUT)) return rest;
  return title.slice(0, -1) + rest.slice(1);
}

/** Returns the title of an event without the name of its author, if the row names them. */
export function titleBeyond({ title, actor }: { title: string; actor: string | null }): string {
  if (actor === null || !title.toLowerCase().startsWith(`${actor.toLowerCase()}:`)) return title;
  return title.slice(actor.length + 1).trimStart() || title;
}
