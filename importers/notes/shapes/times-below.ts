import { resolveDay } from "#importers/lex/day-number.ts";
import { plainText } from "#importers/lex/markdown.ts";
import { isTimed, readStamp } from "#importers/lex/stamp.ts";
import type { Stamp } from "#importers/lex/stamp-type.ts";
import { opening } from "#lib/base/text/phrases.ts";
import { DAY_MINUTES, minutesOf } from "#lib/base/time/clock.ts";
import type { Candidate } from "../lines/entry.ts";
import type { Line } from "../lines/lines.ts";
import { isTimelineTitle } from "../lines/titles.ts";
import type { TrailingEntry } from "./trailing.ts";

/** Status pages copied as text: each paragraph ends with its time. Empty for any other text. */
export function readTimesBelow(lines: Line[], candidates: Map<number, Candidate>): TrailingEntry[] {
  const marked = [...candidates.values()].some(
    ({ form, stamp, line }) => form !== "text" && isTimed(stamp) && !isSigned(line, stamp),
  );
  if (marked || beginsWithTime(lines, candidates)) return [];
  const found: TrailingEntry[] = [];
  let words: number[] = [];
  let leading = 0;
  let above = false;
  for (const [index, line] of lines.entries()) {
    const stamp = candidates.get(index)?.stamp ?? (words.length > 0 ? readStamp(line.content) : null);
    if (line.role !== "text" && !(stamp && isSigned(line, stamp))) {
      words = [];
      above = false;
      continue;
    }
    const isSaid = stamp?.prose === true && !isAlone(line, stamp);
    if (!stamp || !isTimed(stamp) || stamp.clock === null || isSaid) words.push(index);
    else if (words.length > 0 && !above && isAlone(line, stamp)) {
      found.push({ at: index, words, stamp, text: words.map((at) => lines[at]?.content ?? ""), actor: null });
      words = [];
    } else {
      // A paragraph that starts with a time has its times above its text.
      above ||= words.length === 0;
      leading += 1;
      words = [];
    }
  }
  if (found.every(({ at }) => isBelowTitle(lines, at)) && found.some(({ at }) => isSentence(lines[at + 1]))) return [];
  if (areAboveTexts(found, lines)) return [];
  return found.length >= 2 && found.length > leading ? found : [];
}

/**
 * Whether times alone on lines have their texts below them: text continues below the last one, and the first is below a
 * lead-in, or the times rise and the text at the end isn't a closing remark.
 */
function areAboveTexts(found: readonly TrailingEntry[], lines: readonly Line[]): boolean {
  const [first, last] = [found[0], found.at(-1)];
  const behind = last && lines[last.at + 1];
  if (!first || behind?.role !== "text") return false;
  const lead = lines[first.at - 1];
  return (lead !== undefined && isLeadIn(lead)) || (areRising(found) && !CLOSING.test(plainText(behind.content)));
}

const isLeadIn = (line: Line): boolean =>
  /[:：]$/.test(bare(line)) || (line.content.length <= LONGEST_TITLE && isTimelineTitle(line.content));

const CLOSING = opening`
  (?:again,? )?(?:we(?: are|['’]re)?|our|please)?,?\s?(?:very |truly |deeply |sincerely |sincere(?:st)? )?(?:sorry|apolog\w+|thank(?:s| you)?|regret|accept)
  (?:this|these|the) (?:incident|issue|outage)s? (?:affected|impacted) | (?:if you|for (?:any|more|further)|contact|questions) | (?:best|kind) regards
  wir (?:entschuldigen|bitten|bedauern|danken) | nous (?:nous excusons|vous prions|vous remercions)
  (?:pedimos|lamentamos|gracias|obrigad[oa]|agradecemos|ci scusiamo|grazie)
`;

function areRising(found: readonly TrailingEntry[]): boolean {
  let day = 0;
  const places = found.map(({ stamp: { date, clock } }) => {
    day = (date?.kind === "day" ? resolveDay(date.day, day) : null) ?? day;
    return day * DAY_MINUTES + (clock ? minutesOf(clock) : 0);
  });
  const isRising = (place: number, at: number) => at === 0 || place >= (places[at - 1] ?? 0);
  return places.every(isRising) && (places.at(-1) ?? 0) > (places[0] ?? 0);
}

const LONGEST_TITLE = 80;

/** "Rapid Dispatch (Hours 2–8)", and below it a time of what is told after it. */
function isBelowTitle(lines: readonly Line[], at: number): boolean {
  const above = lines[at - 1];
  return above?.role === "text" && above.content.length <= LONGEST_TITLE && !/[.!?:;,。！？]$/.test(bare(above));
}
const isSentence = (line: Line | undefined): boolean => line?.role === "text" && /[.:!。！]$/.test(bare(line));
const bare = ({ content }: Line): string => content.replace(/["”')\]*_\s]{0,6}$/, "");

/** Returns whether the first line is a time and the last one isn't, so text is below its time. */
function beginsWithTime(lines: readonly Line[], candidates: ReadonlyMap<number, Candidate>): boolean {
  const told = [...lines.entries()].filter(([, { role }]) => role === "text");
  const isTime = ([index, line]: [number, Line]) => {
    const stamp = candidates.get(index)?.stamp ?? readStamp(line.content);
    return stamp !== null && stamp.clock !== null && isAlone(line, stamp);
  };
  const [first, last] = [told[0], told.at(-1)];
  return first !== undefined && last !== undefined && isTime(first) && !isTime(last);
}

/** Returns whether a line contains only its time. */
const isAlone = ({ content }: Line, { textStart }: Stamp): boolean => plainText(content.slice(textStart)) === "";

/** `— February 3, 15:00 PST`, which signs the text above. */
const isSigned = (line: Line, stamp: Stamp): boolean =>
  line.role === "item" && /^\s{0,20}[–—]/.test(line.raw.slice(0, 24)) && isAlone(line, stamp);
