import { isTimed, readStamp } from "#importers/lex/stamp.ts";
import type { Stamp } from "#importers/lex/stamp-type.ts";
import { isTimeOfChange } from "../days/dateline.ts";
import { tellsAhead, tellsPlan } from "../days/said-dates.ts";
import type { Candidate } from "../lines/entry.ts";
import type { Line } from "../lines/lines.ts";
import type { Section } from "../lines/sections.ts";
import { shortDayAbove } from "../lines/short-day.ts";
import { isInPart } from "../lines/written-on.ts";
import { stampsIn } from "./said-times.ts";

/** Words before a wrapped line: a time on the next line doesn't start an entry. */
const WRAPS =
  /(?:^|\s)(?:at|from|to|until|till|between|and|or|by|on|since|after|before|around|about|approximately|of|the|was|is|in|for|than|[-–—,(])$/i;
/** A shorter line wasn't wrapped. */
const WRAPPED_LENGTH = 50;

/** Returns every line outside code, quotes and tables that starts with a time or a date, by index of the line. */
export function readCandidates(lines: Line[], sections: Section[]): Map<number, Candidate> {
  const found = new Map<number, Candidate>();
  let paragraph: Candidate[] = [];
  let paragraphStart = 0;
  let afterItem = false;
  /** The last entry without a mark since the heading, and the depth of the items below it. */
  let entry: Candidate | null = null;
  let itemIndent = 0;
  const closeParagraph = () => {
    for (const candidate of keptOfParagraph(paragraph, paragraphStart, lines)) {
      found.set(candidate.index, candidate);
      if (isEntry(candidate)) entry = candidate;
    }
    paragraph = [];
  };
  const isNextEntry = (line: Line) =>
    entry !== null && line.indent === entry.line.indent && itemIndent > line.indent && startsWithTime(line.content);
  for (const [index, line] of lines.entries()) {
    const before = lines[index - 1];
    if (line.role !== "text") {
      closeParagraph();
      if (line.role === "heading") entry = null;
      if (line.role === "item") itemIndent = line.indent;
      if (line.role === "item" || line.role === "heading") {
        const candidate = candidateAt(index, lines, sections, true);
        if (candidate) found.set(index, candidate);
      }
      // A bare list mark has no content: the line below it is separate.
      afterItem = (line.role === "item" && line.content !== "") || (afterItem && line.role === "blank");
      continue;
    }
    const opens = before?.role !== "text";
    if (opens) {
      closeParagraph();
      paragraphStart = index;
    }
    // Text right below an item, or indented under it, belongs to the item.
    if (
      afterItem &&
      ((before?.role === "item" && before.content !== "") || line.indent > 0 || before?.role === "text") &&
      !(line.indent === 0 && (isDateAlone(line) || isMomentAlone(line))) &&
      !isNextEntry(line)
    )
      continue;
    afterItem = false;
    if (!opens && before && isWrapped(before, line, lines[index + 1])) continue;
    const candidate = candidateAt(index, lines, sections, opens);
    if (candidate) paragraph.push(candidate);
  }
  closeParagraph();
  return found;
}

const isEntry = ({ stamp }: Candidate): boolean => isTimed(stamp) && !stamp.prose;

function startsWithTime(content: string): boolean {
  const stamp = readStamp(content);
  return stamp !== null && isTimed(stamp) && !stamp.prose;
}

/**
 * Returns whether a line continues a sentence above that was wrapped before a time. Lines that each start with a time
 * are a list, and a day with a time starts a new entry.
 */
function isWrapped(above: Line, line: Line, below: Line | undefined): boolean {
  if (!WRAPS.test(above.content.slice(-40))) return false;
  const [before, own, next] = [above, line, below].map((one) => (one ? readStamp(one.content) : null));
  if (own?.date?.kind === "day" && own.clock !== null && before?.clock) return false;
  if (before?.clock && !before.prose && (next?.clock || below === undefined || below.role === "blank")) return false;
  return before?.clock ? true : above.content.length >= WRAPPED_LENGTH || !next?.clock;
}

/** A line with only a day starts something new, whatever is above it. */
function isDateAlone({ content }: Line): boolean {
  const stamp = content.length <= 60 ? readStamp(content) : null;
  return stamp?.date != null && stamp.clock === null && /^\W*$/.test(content.slice(stamp.textStart));
}

/** A line with only a day and a time, below the number of a chapter: "2. Course of events". */
function isMomentAlone({ content }: Line): boolean {
  const stamp = content.length <= 60 ? readStamp(content) : null;
  return stamp?.date != null && stamp.clock !== null && /^\W*$/.test(content.slice(stamp.textStart));
}

/** "The next morning at 09:00" is said as "at 09:00" is. */
const SAID_DAY = /^(?:the )?(?:next|following) [a-z]+,? (?:at|on)\s/i;

function candidateAt(index: number, lines: Line[], sections: Section[], opens: boolean): Candidate | null {
  const [line, section] = [lines[index], sections[index]];
  if (!line) return null;
  const stamp = section?.heading === line ? section.stamp : (readStamp(line.content) ?? shortDayAbove(lines, index));
  const behind = line.content.slice(stamp?.textStart ?? 0);
  if (!stamp || !section || OF_PAGE.test(behind) || (stamp.date !== null && isTimeOfChange(behind))) return null;
  const form = line.role === "heading" ? "heading" : line.role === "item" ? "item" : "text";
  const rest = line.content.slice(stamp.textStart);
  if (form === "text" && stamp.clock === null && (tellsAhead(rest) || isInPart(line.content))) return null;
  if (form === "text" && !section.timeline && tellsPlan(rest)) return null;
  const isSaid =
    (form === "text" &&
      !section.timeline &&
      (isSentence(line.content, stamp) || isEasternStory(line.content, stamp))) ||
    SAID_DAY.test(stamp.statedText);
  return { index, line, section, form, stamp: isSaid ? { ...stamp, prose: true } : stamp, rest, opens };
}

/** "(2020年9月9日 19:00更新)": when the page was changed. */
const OF_PAGE = /^(?:更新|現在|時点|掲載|公開|作成|追記|发布|發布|업데이트|기준)[)）】\]\s]*$/u;

const SAID = /^(?:around|about|roughly|approximately|shortly|just|some ?time|before|after)\s/i;

/** "Around 13:25 we noticed that": the text continues without a mark. */
const isSentence = (content: string, { textStart }: Stamp): boolean =>
  SAID.test(content) && /[\d\p{L})]\s$/u.test(content.slice(0, textStart));

/** "午前9時12分頃、サーバーが応答せず、9時40分に再起動しました。": a sentence whose first time is at its start. */
function isEasternStory(content: string, { clock, textStart }: Stamp): boolean {
  const behind = content.slice(textStart, LONGEST_STORY);
  const isWithin = clock !== null && /^[\p{scx=Han}\p{scx=Hira}\p{scx=Hang}、,，]/u.test(behind);
  return isWithin && /[。.다]$/u.test(content) && stampsIn(behind).length > 0;
}
const LONGEST_STORY = 2000;

/**
 * Lines within a paragraph count if the paragraph is a list without marks: it starts with a stamp, at least two of its
 * lines do, or there is a short label above. A single time at the start of a line in prose doesn't count, but one
 * as in a log does.
 */
function keptOfParagraph(candidates: Candidate[], start: number, lines: Line[]): Candidate[] {
  if (areSaidLines(candidates)) return candidates.map((candidate) => ({ ...candidate, opens: true }));
  const firm = withDays(candidates.filter(isEntry), candidates);
  const label = (lines[start]?.content.length ?? 0) <= 80 && firm[0]?.index === start + 1;
  if (candidates[0]?.opens && !firm[0]?.opens) {
    const isBelowDay = isDateAlone(candidates[0].line) && firm[0]?.index === start + 1;
    return [candidates[0], ...(firm.length >= 2 || isBelowDay ? firm : [])];
  }
  const [first] = candidates;
  const last = candidates.at(-1);
  // A day right above the items of a list belongs to them, whatever the text above it is about.
  const ofList = last && !firm.includes(last) && isAboveItems(last, lines) ? [last] : [];
  // The first of them can be a sentence right below the label of a timeline.
  const isLabelled = first?.stamp.prose === true && first.index === start + 1 && first.section.heading === lines[start];
  if (isLabelled && firm.length >= 2) return [{ ...first, opens: true }, ...firm];
  if (firm[0]?.opens || firm.length >= 2 || label) return [...firm, ...ofList];
  if (firm[0] && isLogged(firm[0])) return [{ ...firm[0], opens: true }, ...ofList];
  const opening = candidates.filter((candidate) => candidate.opens);
  return [...opening, ...ofList.filter((one) => !opening.includes(one))];
}

/** Two times or more, with the days alone on the lines above them. */
function withDays(timed: Candidate[], candidates: readonly Candidate[]): Candidate[] {
  if (timed.length < 2) return timed;
  const isAbove = ({ index, line, opens }: Candidate) =>
    !opens && isDateAlone(line) && timed.some((one) => one.index === index + 1);
  return candidates.filter((one) => timed.includes(one) || isAbove(one));
}

/** "2026-03-04 14:02:11 UTC …": prose tells no time to the second with its day and zone at the start of a line. */
const isLogged = ({ stamp: { date, clock, zone } }: Candidate): boolean =>
  date !== null && clock?.second != null && zone !== null;

const LEAST_SAID = 3;

/** "At 10:02 the alert fires" on line after line: a list, if no line has only the end of a sentence. */
function areSaidLines(candidates: readonly Candidate[]): boolean {
  const isNext = ({ index }: Candidate, at: number) => at === 0 || index === (candidates[at - 1]?.index ?? 0) + 1;
  const isSaid = ({ stamp, rest }: Candidate) => stamp.prose && stamp.clock !== null && /\p{L}/u.test(rest);
  return candidates.length >= LEAST_SAID && candidates.every(isSaid) && candidates.every(isNext);
}

/** Whether a line is only a day, and the next is an item that starts with a time alone. */
function isAboveItems({ index, line }: Candidate, lines: readonly Line[]): boolean {
  const below = lines[index + 1];
  const stamp = below?.role === "item" && isDateAlone(line) ? readStamp(below.content) : null;
  return stamp?.clock != null && stamp.date === null && !stamp.prose;
}
