import { oneOf } from "#lib/base/text/phrases.ts";
import { TROUBLE } from "../days/trouble.ts";
import type { Entry } from "../lines/entry.ts";
import type { Line } from "../lines/lines.ts";
import { NOT_YET } from "./said-times.ts";

/** "12:45 - 12:55 UTC": a time with its end, and no words. */
export const isBareWindow = ({ stamp, text, extra }: Entry): boolean =>
  stamp.end !== null && ![...text, ...extra].some((line) => /[\p{L}\p{N}]/u.test(line));

/** "October 29, 1999: 8:15am - 11:41am (3 hours and 26 minutes)" on a line, with a blank line or nothing below it. */
const isWindowLine = ({ stamp, form, text: [own = "", below = ""] }: Entry): boolean =>
  form === "text" && stamp.end !== null && below.trim() === "" && !/[\p{L}\p{N}]/u.test(own.replace(LENGTH, ""));
const LENGTH = /\([^()\d]{0,20}\d[^()]{0,40}\)/;

/**
 * Gives lines right below each other that only tell when trouble was the words right above them. Text further below
 * isn't about the last of them. Null for any other text.
 */
export function readWindowLines(lines: readonly Line[], entries: readonly Entry[]): Entry[] | null {
  const first = lines[0]?.number ?? 1;
  const [start] = entries;
  const above = lines[(start?.line ?? first) - first - 1];
  const isLed = above?.role === "text" && LEAD_END.test(above.content) && tellsOfTrouble(above.content);
  const isList = entries.every((entry, at) => isWindowLine(entry) && entry.line === (start?.line ?? 0) + at);
  if (!above || !isLed || entries.length < 2 || !isList) return null;
  const told = above.content.replace(LEAD_END, "");
  return entries.map((entry) => ({ ...entry, text: [told, "", entry.text[0]?.trim() ?? ""] }));
}

/** Windows of work that was planned. */
const OF_UPKEEP =
  /\b(?:maintenance|planned|scheduled|upgrade window)\b|wartung|geplant|planifié|programad|メンテナンス|维护/i;
/** Windows without trouble, of other years, or of talks about it. */
const OF_NO_TROUBLE = new RegExp(
  String.raw`(?<![\p{L}\d])${oneOf`
    (?:no(?! longer)|none|zero|without|never|neither|kein\p{L}*|aucune?|ningun[oa]s?|ningún|nenhuma?|nessun[oa]?|geen|sin|sans)
    (?:not|\p{L}{2,6}n['’]t) (?:\w+ )?(?:affect|impact|interrupt|cause|see|seen|observe|happen|occur|hit|disrupt)\w*
    (?:comparison|compared?|vergleich|historic\w*|history|last (?:year|month)|(?:of|in|from|for) (?:all of )?(?:19|20)\d\d)
    (?:meetings?|slots?|workshops?|drills?|exercises?|trainings?|appointments?|rehearsals?)
    (?:post-?mortem|incident|outage)s? (?:reviews?|calls?|talks?|sessions?|retros?\p{L}*|reports?)
  `}(?![\p{L}\d])`,
  "iu",
);
/** Returns whether words before a span of time are about trouble that was, not about upkeep, talks or other years. */
export const tellsOfTrouble = (words: string): boolean =>
  TROUBLE.test(words) && ![NOT_YET, OF_UPKEEP, OF_NO_TROUBLE].some((one) => one.test(words));
const LEAD_END = /[:：]\s{0,4}[*_]{0,3}\s{0,4}$/;

/**
 * Gives the items of a list that only tells when trouble was the words above it: "The API was unavailable during these
 * windows:". Null for any other list.
 */
export function readLedWindows(lines: readonly Line[], entries: readonly Entry[]): Entry[] | null {
  const first = lines[0]?.number ?? 1;
  const start = (entries[0]?.line ?? first) - first;
  const above = lines.slice(0, start).findLast(({ role }) => role !== "blank");
  const words = above?.role === "text" ? above.content : "";
  const isLed = LEAD_END.test(words) && tellsOfTrouble(words);
  if (!isLed || !entries.every(({ line, form }) => form === "item" && isOfList(lines, start, line - first)))
    return null;
  const told = words.replace(LEAD_END, "");
  return entries.map((entry) => ({ ...entry, text: [told] }));
}

/** Returns whether only items and blank lines are between the first line of a list and another. */
const isOfList = (lines: readonly Line[], start: number, at: number): boolean =>
  lines.slice(start, at).every(({ role }) => role === "item" || role === "blank");
