import { CLASSES } from "./class-words.ts";

/** Numbers that a rule knows: "500 errors", "100 %", "p99". With one digit more they are known as "icinga2" is. */
const KNOWN = new Set(Object.values(CLASSES).flatMap((words) => words.match(/\d{2,}/g) ?? []));
/** Long numbers that no rule knows; what begins with 4 or 5 may be the status of an answer. */
const ANY_NUMBER = new RegExp(String.raw`(?<!\d)(?!(?:[45]\d\d|(?:${[...KNOWN].join("|")})\d?)(?!\d))\d{3,}`, "g");
const EIGHTS = "8".repeat(40);

/**
 * A text with all long numbers alike, each as long as it was: "build 8888 fails" for every build. Whatever the rules of
 * kinds make of the one they make of the other.
 */
export const shapeOfWords = (text: string): string =>
  text.replace(ANY_NUMBER, ({ length }) => (length <= EIGHTS.length ? EIGHTS.slice(0, length) : "8".repeat(length)));
