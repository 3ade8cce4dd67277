import { CLASSES } from "./words/class-words.ts";

/** Words with a number that the rules know: "500s", "sev-1", "p99". */
const NUMBERED = Object.values(CLASSES).flatMap((words) => words.split(/\s+/).filter((word) => /\d/.test(word)));
const KNOWN = new Set(NUMBERED.flatMap((word) => word.match(/^\d+/) ?? []));
const BEFORE = new Set(NUMBERED.flatMap((word) => word.match(/^\D+/) ?? []));
const NUMBER = new RegExp(String.raw`(?<![a-z])(?:${[...BEFORE].join("|")})\d+|\d+`, "gi");
/** "sev1", and possible HTTP status codes. */
const AS_WRITTEN = /^(?:\D|[45]\d\d$)/;
const EIGHTS = "8".repeat(40);

/**
 * Returns a text with all numbers that no rule knows replaced by the same digits, as long as before: "build 8888 fails"
 * for every build. The rules of kinds judge both texts alike.
 */
export const shapeOfWords = (text: string): string => text.replace(NUMBER, shapeOf);

/** One digit more leaves the meaning of a word unchanged, as in "icinga2". */
function shapeOf(run: string): string {
  if (KNOWN.has(run) || KNOWN.has(run.slice(0, -1)) || AS_WRITTEN.test(run)) return run;
  return run.length <= EIGHTS.length ? EIGHTS.slice(0, run.length) : "8".repeat(run.length);
}
