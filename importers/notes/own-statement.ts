import { plainText } from "#importers/lex/markdown.ts";
import type { Entry } from "./lines/entry.ts";
import { stampsIn } from "./shapes/said-times.ts";
import { sentencesOf } from "./shapes/sentences.ts";

const LONGEST = 2000;
/** So many words before the first time are a statement, and each time is behind its own. */
const STATEMENT = 3;
const JOINT = /^[\s,;.]*(?:(?:and|but|then|while|before|until)\s+)*(?:(?:at|on|by|from)\s+)?/i;

/**
 * The part of a sentence with several times that is told of the time of its entry: "found by 22:50" of "It was found by
 * 22:50 and resolved at 23:01". Null if the sentence has one time, or if its parts can't be told apart.
 */
export function ownStatement({ stamp, text }: Entry): string | null {
  const whole = plainText(text.join(" ").slice(0, LONGEST));
  if (!stamp.prose || stamp.end !== null || sentencesOf(whole).length > 1) return null;
  const times = placesOf(whole, stampsIn(whole));
  const at = times.findIndex(({ written }) => written === stamp.statedText);
  const [first] = times;
  if (times.length < 2 || at < 0 || !first) return null;
  const isBehind = whole.slice(0, first.start).replace(JOINT, "").split(/\s+/).length > STATEMENT;
  const part = isBehind
    ? whole.slice(times[at - 1]?.end ?? 0, times[at]?.end)
    : whole.slice(times[at]?.start ?? 0, times[at + 1]?.start);
  return part.replace(JOINT, "");
}

interface Place {
  written: string;
  start: number;
  end: number;
}

/** Where the times are in their sentence; none if one of them isn't found as it is written. */
function placesOf(sentence: string, stamps: readonly { statedText: string }[]): Place[] {
  const places: Place[] = [];
  for (const { statedText: written } of stamps) {
    const start = sentence.indexOf(written, places.at(-1)?.end ?? 0);
    if (start < 0) return [];
    places.push({ written, start, end: start + written.length });
  }
  return places;
}
