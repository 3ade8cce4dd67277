import { readStamp } from "#importers/lex/stamp.ts";
import type { Stamp } from "#importers/lex/stamp-type.ts";
import type { CalendarDay } from "#lib/base/time/calendar-day.ts";
import type { Entry } from "../lines/entry.ts";
import type { Line } from "../lines/lines.ts";
import { stampsIn } from "./said-times.ts";
import { sentencesOf } from "./sentences.ts";
import type { TrailingEntry } from "./trailing.ts";

const POSTED = /^Posted\s(?=\S)/;
const STATE = String.raw`(?:resolved|monitoring|identified|investigating|update|completed|verifying|in progress|scheduled)\b`;
const ABOVE = new RegExp(String.raw`^(?:${STATE}|updated\b|created\b)[\s:.–-]*$`, "i");
const LABEL = new RegExp(String.raw`^${STATE}[\s:.–-]*$`, "i");
/** Text that starts with a state or is only a state. */
const STATED_FIRST = new RegExp(`^(?:${STATE}|post-?mortem\\b)\\s*(?::|$|[-–—]\\s)`, "i");
/** `Resolved Feb 06 at 08:04pm UTC`, with the text below. */
const STATED = new RegExp(String.raw`^[*_]{0,3}(${STATE}|post-?mortem\b)[\s*_:,–[(-]{1,6}(?=[\da-z])`, "i");
/** The whole story, written afterwards, with times in its sentences. */
const AFTERWARDS = /^post-?mortem\b[\s:.–-]*$/i;
const MOST_LINES = 40;

/**
 * Updates of a status page copied as text. "Posted Feb 18, 2019 - 06:07 EST" is below the text, which starts with the
 * state, or below the paragraph right above. Such a line can also have no text.
 */
export function readPosted(lines: readonly Line[]): TrailingEntry[] {
  const below = readTimesBelowStates(lines);
  return below.length > 0 ? below : withoutHead(readPosts(lines), lines);
}

const bare = (at: number, stamp: Stamp): TrailingEntry => ({ at, words: [], stamp, text: [], actor: null });
/** A story written afterwards: its publication is an update, and its words stay where they are. */
const report = (at: number, stamp: Stamp): TrailingEntry => ({
  ...bare(at, stamp),
  text: ["Postmortem"],
  kind: "public_update",
});

/** The head of a page, "Started" and "Resolved" with their times, repeats moments of the posts below and is none itself. */
function withoutHead(posts: TrailingEntry[], lines: readonly Line[]): TrailingEntry[] {
  const starts = posts.filter(isStart);
  const [head, ...others] = posts.filter((post) => !isStart(post));
  if (!head || others.length === 0) return posts;
  const moments = new Set(others.map(({ stamp }) => momentOf(stamp)));
  const isTold = (stamp: Stamp) => moments.has(momentOf(stamp));
  const isRepeat = others.some(
    (post) => stateWord(post) === stateWord(head) && momentOf(post.stamp) === momentOf(head.stamp),
  );
  const kept = isRepeat ? [bare(head.at, head.stamp), ...others] : [head, ...others];
  const first = Math.min(...(isRepeat ? others : kept).flatMap(({ at, words }) => [at, ...words]));
  const own = starts.map((start) => (isTold(start.stamp) ? bare(start.at, start.stamp) : start));
  const read = new Set([head, ...starts].map(({ at }) => at));
  const repeated = lines.slice(0, first).flatMap(({ role, content }, at) => {
    const stamp = role === "text" && !read.has(at) && content.length <= LONGEST ? wholeStamp(content) : null;
    return stamp && isTold(stamp) ? [bare(at, stamp)] : [];
  });
  return [...own, ...repeated, ...kept];
}
const isStart = ({ kind }: TrailingEntry): boolean => kind === "impact_started";

const stateWord = ({ text }: TrailingEntry): string => (text[0] ?? "").toLowerCase().replace(/\W+$/, "");
const momentOf = ({ date, clock }: Stamp): string =>
  JSON.stringify([date?.kind === "day" ? date.day : date?.written, clock?.hour, clock?.minute]);

/** "(33 minutes earlier)" after a stamp. */
const AGE = /\s?\((?:about\s)?(?:an?|\d{1,3})\s\w{3,7}\s(?:earlier|later|ago)\)$/;
const LEAST_BELOW = 2;

/** A state alone on a line, the text below, and then the day and time: at least twice, and in no other order. */
function readTimesBelowStates(lines: readonly Line[]): TrailingEntry[] {
  const marks = lines.flatMap(({ role, content }, at) => {
    if (role !== "text" || content.length > LONGEST) return [];
    const stamp = wholeStamp(content.replace(AGE, ""));
    return stamp || LABEL.test(content) ? [{ at, stamp }] : [];
  });
  const isInOrder = marks.every(({ stamp }, place) => (stamp !== null) === (place % 2 === 1));
  if (!isInOrder || marks.length % 2 === 1 || marks.length < 2 * LEAST_BELOW) return [];
  const found = marks.flatMap(({ at, stamp }, place) => {
    const from = marks[place - 1]?.at ?? 0;
    const words = range(from, at, lines);
    const [state = "", ...said] = words.map((one) => lines[one]?.raw.trim() ?? "");
    return stamp && said.length > 0
      ? [{ at, words, stamp, text: [state.replace(/[\s:.–-]+$/, ""), ...said], actor: null }]
      : [];
  });
  return found.length * 2 === marks.length ? found : [];
}

function readPosts(lines: readonly Line[]): TrailingEntry[] {
  const found: TrailingEntry[] = [];
  let from = 0;
  const isOfDay = areOfOneDay(lines);
  for (const [index, line] of lines.entries()) {
    const mayState = line.role === "text" || line.role === "item";
    const stated = mayState ? (readStated(lines, index) ?? readStateAbove(lines, index)) : null;
    if (stated) found.push(stated);
    const headed = line.role === "heading" ? readBelowHeading(lines, index) : null;
    if (headed) found.push(headed);
    const tracked = mayState ? readTracked(lines, index) : null;
    if (tracked) {
      found.push(tracked);
      from = index + 1;
      continue;
    }
    const created = line.role === "text" ? (readHeadline(lines, index) ?? readStart(lines, index)) : null;
    if (created) found.push(created);
    if (line.role !== "text" || !POSTED.test(line.content)) continue;
    const stamp = wholeStamp(line.content);
    if (!stamp) continue;
    const isAfterwards = isBelowReport(lines, from, index);
    const words = isAfterwards ? [] : wordsAbove(lines, index, from, isOfDay);
    from = index + 1;
    const said = words.map((at) => lines[at]?.raw.trim() ?? "");
    if (isAfterwards || (isStory(said) && !isOfDay)) {
      found.push(isAfterwards ? report(index, stamp) : bare(index, stamp));
      continue;
    }
    const text = said.map((one) => (LABEL.test(one) ? one.replace(/[\s:.–-]+$/, "") : one));
    found.push({ at: index, words, stamp, text, actor: null });
  }
  return found;
}

/** `## Resolved` above `*Posted Feb 18, 2019 - 06:07 EST*`, with the words below. A report isn't an update. */
function readBelowHeading(lines: readonly Line[], index: number): TrailingEntry | null {
  const state = lines[index]?.content ?? "";
  const at = nextLine(lines, index);
  const [, posted = ""] = EMPHASIZED.exec(lines[at]?.raw.trim() ?? "") ?? [];
  const stamp = posted === "" || state.length > LONGEST ? null : wholeStamp(posted);
  if (!stamp) return null;
  if (AFTERWARDS.test(state)) return bare(at, stamp);
  if (!LABEL.test(state)) return null;
  let end = at + 1;
  while (end < lines.length && lines[end]?.role !== "heading") end += 1;
  const words = range(at + 1, end, lines);
  const [first = "", ...more] = words.map((one) => lines[one]?.raw.trim() ?? "");
  // The words after "Update" tell what it is about, and only with it that they are a post.
  const text = /^update/i.test(state) ? [`${state}: ${first}`, ...more] : [state, first, ...more];
  return words.length === 0 ? null : { at, words: [index, ...words], stamp, text, actor: null };
}
const EMPHASIZED = /^[*_]{1,3}(Posted\s[^*_]{8,60})[*_]{1,3}$/;

/** The start of an incident in the head of its page, above what it affects. Its first update has the same time. */
function readHeadline(lines: readonly Line[], index: number): TrailingEntry | null {
  const isHead = AFFECTED.test(lines[nextLine(lines, index)]?.content ?? "");
  const stamp = isHead ? wholeStamp(lines[index]?.content ?? "") : null;
  return stamp && bare(index, stamp);
}

/** "Started" alone on a line of the head, and its day and time alone on the next one. */
function readStart(lines: readonly Line[], index: number): TrailingEntry | null {
  const { content = "" } = lines[index] ?? {};
  if (content.length > LONGEST || !START.test(content)) return null;
  const at = nextLine(lines, index);
  let above = index - 1;
  while (lines[above]?.role === "blank") above -= 1;
  const stamp = wholeStamp(lines[above]?.content ?? "") ? null : wholeStamp(lines[at]?.content ?? "");
  const text = [content.replace(/[\s:.–-]+$/, "")];
  return stamp && { at, words: [index], stamp, text, actor: null, kind: "impact_started" };
}
const START = /^(?:(?:incident|impact|outage) )?(?:started|start(?: time)?|began)(?: at)?[\s:.–-]*$/i;
const AFFECTED = /^affected (?:services?|components?|systems?)\b.{0,40}$/i;

/** `**Update**: It is over. {{< track "2024-03-05 14:10:00" >}}`, as cState writes updates. Null for any other line. */
function readTracked(lines: readonly Line[], index: number): TrailingEntry | null {
  const content = lines[index]?.content ?? "";
  const track = content.length <= LONGEST_TRACKED ? TRACK.exec(content) : null;
  const stamp = track ? wholeStamp(track[1] ?? "") : null;
  if (!track || !stamp) return null;
  let first = index;
  while (lines[first - 1]?.role === "text" && !TRACK.test(lines[first - 1]?.content ?? "")) first -= 1;
  const words = range(first, index + 1, lines);
  const said = words.map((at) => (lines[at]?.raw ?? "").replace(TRACK, "").trim()).filter((line) => line !== "");
  // A label on its own line belongs to the text after it.
  const text = /:[*_]{0,3}$/.test(said[0] ?? "") && said[1] ? [`${said[0]} ${said[1]}`, ...said.slice(2)] : said;
  return text.length > 0 ? { at: index, words, stamp, text, actor: null } : null;
}

const TRACK = /\{\{[<%]\s?track\s"([^"]{10,40})"\s?[>%]\}\}\s*$/;
const LONGEST_TRACKED = 4000;

/** Returns the day and time of a text that is nothing else. */
function wholeStamp(text: string): Stamp | null {
  const stamp = readStamp(text);
  return stamp?.date && stamp.clock && stamp.problem === null && stamp.textStart >= text.length ? stamp : null;
}

/** A state alone on a line, its day and time alone on the next one, and the text below. */
function readStateAbove(lines: readonly Line[], index: number): TrailingEntry | null {
  const at = nextLine(lines, index);
  const stamp = isStateAbove(lines, index) ? wholeStamp(lines[at]?.content ?? "") : null;
  if (!stamp) return null;
  let end = at + 1;
  while (end < lines.length && lines[end]?.role !== "heading" && !isUpdateAt(lines, end)) end += 1;
  const words = range(at + 1, end, lines);
  const state = (lines[index]?.content ?? "").replace(/[\s:.–-]+$/, "");
  if (words.length === 0 || isTimeline(words.map((one) => lines[one]?.content ?? ""))) return null;
  return {
    at,
    words: [index, ...words],
    stamp,
    text: [state, ...words.map((one) => lines[one]?.raw.trim() ?? "")],
    actor: null,
  };
}

/** A list of times isn't an update, because each has its own time. */
const isTimeline = (said: readonly string[]): boolean =>
  said.map(readStamp).filter((stamp) => stamp?.clock && !stamp.prose).length >= 2;

const nextLine = (lines: readonly Line[], index: number): number =>
  index + (lines[index + 1]?.role === "blank" ? 2 : 1);

function isStateAbove(lines: readonly Line[], index: number): boolean {
  const content = lines[index]?.content ?? "";
  return (
    lines[index]?.role === "text" &&
    ABOVE.test(content) &&
    wholeStamp(lines[nextLine(lines, index)]?.content ?? "") !== null
  );
}

const isUpdateAt = (lines: readonly Line[], index: number): boolean =>
  isUpdate(lines[index]?.content ?? "") || isStateAbove(lines, index);

/** The state that starts a line and the day and time that are the rest of it. */
function stateOf(content: string): { state: string; stamp: Stamp | null } {
  const [lead = "", state = ""] = content.length <= LONGEST ? (STATED.exec(content) ?? []) : [];
  return { state, stamp: lead === "" ? null : wholeStamp(content.slice(lead.length)) };
}

/** A state with its day and time, above the paragraph with the details. */
function readStated(lines: readonly Line[], index: number): TrailingEntry | null {
  const { state, stamp } = stateOf(lines[index]?.content ?? "");
  if (!stamp) return null;
  const first = index + (lines[index + 1]?.role === "blank" ? 2 : 1);
  let end = first;
  while (lines[end]?.role === "text" && !isUpdate(lines[end]?.content ?? "")) end += 1;
  if (end > first && first === index + 2) end = nextStated(lines, end) ?? end;
  const words = range(first, end, lines);
  if (words.length === 0) return null;
  if (AFTERWARDS.test(state) && tellsTime(words.map((at) => lines[at]?.raw ?? ""))) return report(index, stamp);
  return { at: index, words, stamp, text: [state, ...words.map((at) => lines[at]?.raw.trim() ?? "")], actor: null };
}

/** The next state with its day and time behind paragraphs: what is between is of the post above. Null for the last one. */
function nextStated(lines: readonly Line[], from: number): number | null {
  let at = from;
  while (lines[at]?.role === "blank" || (isWords(lines[at]) && !isUpdate(lines[at]?.content ?? ""))) at += 1;
  return stateOf(lines[at]?.content ?? "").stamp ? at : null;
}
const isWords = (line: Line | undefined): boolean => line?.role === "text" || line?.role === "item";

const tellsTime = (said: readonly string[]): boolean =>
  said.some((line) => sentencesOf(line).some((sentence) => stampsIn(sentence).length > 0));

/** Text without a state that contains several times: it wasn't posted when it happened. */
function isStory(said: readonly string[]): boolean {
  if (said.length === 0 || LABEL.test(said[0] ?? "")) return false;
  const told = said.flatMap((line) => sentencesOf(line).flatMap(stampsIn));
  return (
    new Set(
      told.flatMap(({ clock, end }) => [clock, end?.clock].flatMap((one) => (one ? `${one.hour}:${one.minute}` : []))),
    ).size >= 2
  );
}

/** Whether all posts of a page, at least two and none with a state, are on one day: then they were written while it happened. */
export function areOfOneDay(lines: readonly Line[]): boolean {
  const posts = lines.filter(({ content, role }) => role === "text" && POSTED.test(content));
  const days = posts.map(({ content }) => wholeStamp(content)?.date ?? null);
  const [first] = days;
  const isOne = first?.kind === "day" && days.every((day) => day?.kind === "day" && isSameDate(day.day, first.day));
  return posts.length > 1 && isOne && !lines.some((line) => isStateAlone(line));
}
const isSameDate = (one: CalendarDay, other: CalendarDay): boolean =>
  one.year !== null && one.year === other.year && one.month === other.month && one.day === other.day;

const LONGEST = 100;
/** A state alone on a line: its text starts below. */
export const isStateAlone = ({ content }: Pick<Line, "content">): boolean =>
  content.length <= LONGEST && (LABEL.test(content) || AFTERWARDS.test(content));
const isUpdate = (content: string): boolean =>
  POSTED.test(content) || LABEL.test(content) || stateOf(content).stamp !== null;

/** Whether the last state above a post is that of a report. */
function isBelowReport(lines: readonly Line[], from: number, index: number): boolean {
  const state = lines.slice(from, index).findLast(isStateAlone);
  return state !== undefined && AFTERWARDS.test(state.content);
}

/** The lines above a post. Empty for a whole story, or if nothing is right above. */
function wordsAbove(lines: readonly Line[], index: number, from: number, mayBeApart: boolean): number[] {
  const least = Math.max(from, index - MOST_LINES);
  const head = from > 0 ? from : lines.slice(least, index).findLastIndex(isPageHead) + least + 1;
  const between = head > 0 && head >= index - MOST_LINES ? lines.slice(head, index) : [];
  const isOfPosts = mayBeApart && head > 0 && between.every(({ role }) => OF_UPDATE.has(role));
  if (between.length > 0 && (isOfPosts || between.every(isPartOfUpdate))) return range(head, index, lines);
  let paragraph = index;
  for (let at = index - 1; at >= least; at -= 1) {
    const { role, content } = lines[at] ?? {};
    if (role === "heading" || role === "row" || AFTERWARDS.test(content ?? "")) break;
    if (LABEL.test(content ?? "")) return range(at, index, lines);
    const isAbove = paragraph === at + 1 || (mayBeApart && paragraph === index && at === index - 2);
    if (role !== "blank" && isAbove) paragraph = at;
  }
  return range(paragraph, index, lines);
}

/** "Incident Report for Acme": the line between the title of a copied page and its newest update. */
export const isPageHead = ({ content }: Pick<Line, "content">): boolean =>
  content.length <= LONGEST && /^Incident Report for(?: \S|$)/.test(content);

/** Everything between two posts belongs to the lower one, unless it's a report with its own times. */
const isPartOfUpdate = ({ role, content }: Line): boolean =>
  OF_UPDATE.has(role) && !AFTERWARDS.test(content) && !readStamp(content)?.clock && !tellsTime([content]);

const OF_UPDATE: ReadonlySet<Line["role"]> = new Set(["text", "item", "blank"]);

const range = (from: number, to: number, lines: readonly Line[]): number[] =>
  Array.from({ length: to - from }, (_, step) => from + step).filter((at) => lines[at]?.role !== "blank");

/**
 * A dated line with a state is an update. If the times below it have no day, they are its report and not on its day.
 */
export function markPosts(entries: readonly Entry[]): void {
  const isUpdate = ({ form, text }: Entry) => form === "text" && STATED_FIRST.test(text[0] ?? "");
  for (const [index, entry] of entries.entries()) {
    const below = entries[index + 1];
    if (entry.stamp.date && entry.stamp.clock && isUpdate(entry) && below?.stamp.date === null && !isUpdate(below))
      entry.isPost = true;
  }
}
