import { CLASSES } from "./words/class-words.ts";

/** Words with a number that the rules know: "500s", "sev-1", "p99". */
const NUMBERED = Object.values(CLASSES).flatMap((words) => words.split(/\s+/).filter((word) => /\d/.test(word)));
const KNOWN = new Set(NUMBERED.flatMap((word) => word.match(/^\d+/) ?? []));
const LABELS = NUMBERED.flatMap((word) => word.match(/^\D+/) ?? []);
const LABEL = new RegExp(`(?<![a-z])(?:${[...new Set(LABELS)].join("|")})$`, "i");
const LABEL_REACH = Math.max(...LABELS.map((label) => label.length)) + 1;
const NUMBER = /\d+/g;
/** Possible HTTP status codes. */
const STATUS = /^[45]\d\d$/;
const EIGHTS = "8".repeat(40);

/**
 * Returns a text with all numbers that no rule knows replaced by the same digits, as long as before: "build 8888 fails"
 * for every build. The rules of kinds judge both texts alike.
 */
export const shapeOfWords = (text: string): string => text.replace(NUMBER, shapeOf);

function shapeOf(run: string, at: number, text: string): string {
  // One digit more leaves the meaning of a word unchanged, as in "icinga2".
  if (KNOWN.has(run) || KNOWN.has(run.slice(0, -1)) || STATUS.test(run)) return run;
  if (LABEL.test(text.slice(Math.max(0, at - LABEL_REACH), at))) return run;
  return run.length <= EIGHTS.length ? EIGHTS.slice(0, run.length) : "8".repeat(run.length);
}
