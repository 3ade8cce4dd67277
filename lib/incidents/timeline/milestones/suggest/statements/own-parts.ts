const CLOCK =
  /(?<![\d:.])\d{1,2}[:.h]\d\d(?::\d\d)?(?:\s?[ap]\.?m\b\.?)?(?:\s\(?(?:UTC|GMT|[A-Z]{2,4}T)\)?)?(?![\d:%])/g;
/** This many words before the first time are a statement, and each time follows its own. */
const STATEMENT = 3;
const JOINT = /^[\s,;.()–—-]{0,6}(?:(?:and|but|then|while|before|until)\s{1,3}){0,3}(?:(?:at|on|by|from)\s{1,3})?/i;
/** Between the two times of a span, which belongs to both. */
const SPAN =
  /^[\s,()]{0,4}(?:[-–—]|to|until|till|through|and)\s{0,2}(?:around|about|approximately|roughly|~)?\s{0,2}$/i;
/** "Starting at about 03:00 and ending at 22:00" is one statement, with its start and its end. */
const WHOLE = /\b(?:start|beg[aiu]n)\w{0,4}\b.{0,80}\b(?:end|last|transition)\w{0,4}\b/i;
const LEAST_WORDS = 3;

const wordsIn = (text: string): number => text.split(/\s+/).filter((word) => /\p{L}/u.test(word)).length;

/**
 * Returns the statement of a sentence for each of its times: "The alert fired at 03:12 and was acknowledged at
 * 03:15". Null if it has one time, or if its parts can't be separated.
 */
export function ownParts(sentence: string): string[] | null {
  const clocks = [...sentence.matchAll(CLOCK)].map(({ 0: written, index }) => ({
    start: index,
    end: index + written.length,
  }));
  const [first] = clocks;
  if (!first || clocks.length < 2 || WHOLE.test(sentence)) return null;
  const isBehind = sentence.slice(0, first.start).replace(JOINT, "").split(/\s+/).length > STATEMENT;
  const parts = clocks.map(({ start, end }, at) => {
    const next = clocks[at + 1];
    if (next && SPAN.test(sentence.slice(end, next.start))) return "";
    return isBehind
      ? sentence.slice(clocks[at - 1]?.end ?? 0, next ? end : sentence.length).replace(JOINT, "")
      : sentence.slice(start, next?.start ?? sentence.length).replace(/(?:[\s,;]|\b(?:and|at|by|on))*$/i, "");
  });
  return parts.every((part) => wordsIn(part) >= LEAST_WORDS) ? parts : null;
}
