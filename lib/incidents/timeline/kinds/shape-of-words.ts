import { CLASSES } from "./class-words.ts";

/** Words of which a number is a part, as the rules know them: "500s", "sev-1", "p99". */
const NUMBERED = Object.values(CLASSES).flatMap((words) => words.split(/\s+/).filter((word) => /\d/.test(word)));
const KNOWN = new Set(NUMBERED.flatMap((word) => word.match(/^\d+/) ?? []));
const BEFORE = new Set(NUMBERED.flatMap((word) => word.match(/^\D+/) ?? []));
const NUMBER = new RegExp(String.raw`(?<![a-z])(?:${[...BEFORE].join("|")})\d+|\d+`, "gi");
/** "sev1", and what may be the status of an answer. */
const AS_WRITTEN = /^(?:\D|[45]\d\d$)/;
const EIGHTS = "8".repeat(40);

/**
 * A text with all numbers alike that no rule knows, each as long as it was: "build 8888 fails" for every build. Whatever
 * the rules of kinds make of the one they make of the other.
 */
export const shapeOfWords = (text: string): string => text.replace(NUMBER, shapeOf);

/** One digit more leaves a word what it is, as in "icinga2". */
function shapeOf(run: string): string {
  if (KNOWN.has(run) || KNOWN.has(run.slice(0, -1)) || AS_WRITTEN.test(run)) return run;
  return run.length <= EIGHTS.length ? EIGHTS.slice(0, run.length) : "8".repeat(run.length);
}
