import { isDutch } from "#importers/lex/clock.ts";
import { isTimed, readStamp } from "#importers/lex/stamp.ts";
import type { Stamp } from "#importers/lex/stamp-type.ts";
import { SHORT_MONTH, SHORT_WEEKDAY } from "#lib/base/time/local-date.ts";
import type { EventKind } from "#lib/base/vocabulary/event-kinds.ts";
import { TROUBLE } from "../days/trouble.ts";
import type { Line } from "../lines/lines.ts";
import type { Section } from "../lines/sections.ts";
import { NOT_YET, stampsIn } from "./said-times.ts";
import { sentencesOf } from "./sentences.ts";

/** An entry with its time after its text. `words` are its lines, and `at` is the line with the time. */
export interface TrailingEntry {
  at: number;
  words: number[];
  stamp: Stamp;
  text: string[];
  actor: string | null;
  /** Told by the name of its field. */
  kind?: EventKind;
}

/** Name and time alone on a line, as chats paste: `alice 10:05 AM`, `alice [10:05 AM]`. */
const SPEAKER =
  /^(?:\*\*)?(@?[\p{L}][\p{L}\p{M}\w.' -]{0,38}?)(?:\*\*)?(?:\s+APP)?(?:\s{1,8}|\s?[—–]\s?)(?:(?:Today|Yesterday) at )?(?=\[?\(?\d)/u;
/** "Post by kim » Feb 17th 2017 09:45", as forums head their posts. */
const POST_BY =
  /^(?:post(?:ed)? |written )?by:? (@?[\p{L}\p{M}\w.']{1,30}(?: [\p{L}\p{M}\w.']{1,30}){0,3}?) ?(?:[»·•|,–—-]|on|at) (?=\S)/iu;
/** "EDIT 10:59 UTC:" introduces an addition, without an author. */
const ADDITION =
  /^(?:edit(?:ed)?|update[ds]?|upd|addendum|nachtrag|ergänzung|edici[oó]n|actualizaci[oó]n|mise à jour|aggiornamento)$/i;
/** `Sun Mar 3 10:42:00 UTC 2024` doesn't start with a name. */
const WEEKDAY = new RegExp(String.raw`^${SHORT_WEEKDAY}(?:s|nes|rs|ur)?(?:day)?\b`, "i");
/** `Detected: 14:05 UTC` */
const LABELLED = /^(?:\*\*|__)?([^:|]{2,80}?)(?:\*\*|__)?\s?(?::|\s[-–—])(?:\*\*|__)?\s+(?=\S)/;
/** `**Alert: queue is full:** 14:05`, a label with a colon of its own, and `**Alert: queue is full** (14:05)` */
const BOLD_LABEL = /^(?:\*\*|__)([^*|]{2,80}?)(?::(?:\*\*|__)|(?:\*\*|__)\s?:)\s+(?=\S)/;
const BOLD_BRACKETED = /^(?:\*\*|__)([^*()|]{2,80}?)(?:\*\*|__)\s?[(（](?=[\d~≈]|[上下]午|午[前後]|오[전후])/u;
/** `Update (15:00 UTC): the words` */
const BRACKETED = /^(?:\*\*|__)?([\p{L}][\p{L} ]{2,30}?)(?:\*\*|__)? ?[(（](?=[\d~≈]|[上下]午|午[前後]|오[전후])/u;

/** "[7:10]" or "[7:10 PM]" alone on a line: the next message of the same person. */
const NEXT_SAID = /^\[\d{1,2}:\d{2}(?::\d{2})?(?: ?[ap]m)?\]\s*$/i;

/** Pasted chat: a line with name and time, and the message below. Empty unless there are at least two such lines. */
export function readSpeakers(lines: Line[]): TrailingEntry[] {
  const found: TrailingEntry[] = [];
  let open: TrailingEntry | null = null;
  for (const [index, line] of lines.entries()) {
    const speaker =
      line.role === "text" && !WEEKDAY.test(line.content.slice(0, 12))
        ? (POST_BY.exec(line.content.slice(0, 120)) ?? SPEAKER.exec(line.content.slice(0, 120)))
        : null;
    const stamp = speaker ? readStamp(line.content.slice(speaker[0].length)) : null;
    const alone = stamp !== null && speaker !== null && line.content.length - speaker[0].length <= stamp.textStart;
    if (alone && stamp.clock !== null && !stamp.end) {
      const name = (speaker[1] ?? "").trim();
      open = { at: index, words: [], stamp, text: [], actor: ADDITION.test(name) ? null : name };
      found.push(open);
    } else if (open && NEXT_SAID.test(line.content) && open.words.length > 0) {
      const next = readStamp(line.content);
      if (next) open = { at: index, words: [], stamp: next, text: [], actor: open.actor };
      if (next) found.push(open);
    } else if (open) {
      if (line.role !== "blank") open.words.push(index);
      open.text.push(line.raw.trimEnd());
    }
  }
  const spoken = found.filter((entry) => entry.words.length > 0);
  return spoken.length >= 2 ? spoken : [];
}

/**
 * "Detected: 14:05 UTC" and "Update (15:00 UTC): words" below a timeline heading, or in plain notes without any other
 * times.
 */
export function readLabelled(lines: Line[], sections: Section[]): TrailingEntry[] {
  const headless = !lines.some((line) => line.role === "heading");
  const lists = headless ? null : labelledLists(lines, sections);
  const found: TrailingEntry[] = [];
  const days = new Set<TrailingEntry>();
  for (const [index, line] of lines.entries()) {
    if ((line.role !== "item" && line.role !== "text") || line.content.length > 600) continue;
    if (lists && !sections[index]?.timeline && !(line.role === "item" && lists.has(sections[index]?.id ?? -1)))
      continue;
    const bracketed = BRACKETED.exec(line.content) ?? BOLD_BRACKETED.exec(line.content);
    const label = bracketed ?? labelOf(line.content);
    const after = line.content.slice(label?.[0].length ?? 0);
    const stamp = label ? readStamp(after) : null;
    const words = after.slice(stamp?.textStart ?? 0);
    const isDay = words === "" && line.role === "item" && DAY_FIELD.test(label?.[1] ?? "") && isFullDay(stamp);
    if (!label || !stamp || !((isTimed(stamp) && stamp.clock !== null) || isDay)) continue;
    if (words !== "" && !bracketed) continue;
    // "December 8, 2025 – 20:51" is a day with its time.
    if (readStamp(line.content)?.date) continue;
    const text = words === "" ? (label[1] ?? "") : `${label[1]}: ${words}`;
    const entry = { at: index, words: [], stamp, text: [text], actor: null };
    found.push(entry);
    if (isDay) days.add(entry);
  }
  if (found.length - days.size < 2) return [];
  // A day alone counts only next to a field with its day and time.
  const dated = new Set(found.flatMap((one) => (days.has(one) || one.stamp.date === null ? [] : one.at)));
  return found.filter((one) => !days.has(one) || dated.has(one.at + 1) || dated.has(one.at - 1));
}

const labelOf = (content: string) => BOLD_LABEL.exec(content) ?? LABELLED.exec(content);

/** "Non-compliance start date: 2025-03-31" */
const DAY_FIELD = /\b(?:start(?:ed)?|beg[ai]n|end(?:ed)?|identified|detected|resolved|fixed)(?: date)?$/i;
const isFullDay = (stamp: Stamp | null): boolean =>
  stamp?.date?.kind === "day" && stamp.date.day.year !== null && stamp.clock === null && stamp.problem === null;

/** Items of a timeline with the time inside the text: "Alert fired (14:05 UTC)", "We rolled back at 14:20". */
export function readEmbedded(lines: Line[], sections: Section[]): TrailingEntry[] {
  const found: TrailingEntry[] = [];
  const lists = timedLists(lines, sections);
  for (const [index, line] of lines.entries()) {
    if (line.role !== "item" || !(sections[index]?.timeline || lists.has(sections[index]?.id ?? -1))) continue;
    const stamp = stampWithin(line.content.slice(0, REACH));
    if (!stamp) continue;
    found.push({ at: index, words: [], stamp, text: [line.content], actor: null });
    const [, ...later] = sentencesOf(line.content.slice(0, REACH));
    for (const sentence of later)
      for (const one of NOT_YET.test(sentence) ? [] : stampsIn(sentence))
        if (!isSame(one, stamp)) found.push({ at: index, words: [], stamp: one, text: [sentence], actor: null });
  }
  return found.length >= 2 ? found : [];
}

/** The ids of the parts in which each item of a list is a label with its time: "First outage: 15:30-18:00 UTC (18 August)". */
function labelledLists(lines: readonly Line[], sections: readonly Section[]): Set<number> {
  if (!lines.some(({ content }) => TROUBLE.test(content))) return new Set();
  return partsOf(lines, sections, ({ line: { content }, section }) => {
    const label = labelOf(content);
    const stamp = label && !LONG_DAY.test(label[1] ?? "") ? readStamp(content.slice(label[0].length)) : null;
    const isWhole = stamp !== null && content.length - (label?.[0].length ?? 0) <= stamp.textStart;
    return section?.elsewhere === false && isWhole && stamp.clock !== null && stamp.problem === null;
  });
}
const LONG_DAY = new RegExp(`^${SHORT_WEEKDAY}[a-z]{0,6}$`, "i");

/** "Export job started (06:30 UTC)", "Export job started — 06:30 UTC" */
const ENDS_IN_TIME = /(?:\(|\s[–—-]\s)(?:[^()]{0,24}\s)?\d{1,2}:\d{2}(?::\d{2})?[^()]{0,20}[).;,]{0,2}$/;
const LEAST_ITEMS = 2;

/** The ids of the parts in which each item of a list ends with its time in brackets. */
function timedLists(lines: readonly Line[], sections: readonly Section[]): Set<number> {
  return partsOf(
    lines,
    sections,
    ({ line, section }) =>
      section?.elsewhere === false && ENDS_IN_TIME.test(line.content.slice(0, REACH)) && !NOT_YET.test(line.content),
  );
}

interface Item {
  line: Line;
  section: Section | undefined;
}

/** The ids of the parts with a list whose items are all of one form. */
function partsOf(lines: readonly Line[], sections: readonly Section[], isOfForm: (item: Item) => boolean): Set<number> {
  const items = lines.flatMap((line, index) => (line.role === "item" ? [{ line, section: sections[index] }] : []));
  const parts = Map.groupBy(items, ({ section }) => section?.id ?? -1);
  return new Set([...parts].flatMap(([id, all]) => (all.length >= LEAST_ITEMS && all.every(isOfForm) ? [id] : [])));
}

const REACH = 400;
const isSame = ({ clock }: Stamp, other: Stamp): boolean =>
  clock?.hour === other.clock?.hour && clock?.minute === other.clock?.minute;

/** Headings that end in a time, as in status files: `## Update - 12:30 UTC`, with the text below. */
export function readTimedHeadings(lines: Line[]): TrailingEntry[] {
  const found: TrailingEntry[] = [];
  let open: TrailingEntry | null = null;
  for (const [index, line] of lines.entries()) {
    if (line.role === "heading") {
      const timed = timeAtEnd(line.content.slice(0, LONGEST_HEADING));
      open = timed && { at: index, words: [], stamp: timed.stamp, text: [timed.label], actor: null };
      if (open) found.push(open);
    } else if (open) {
      if (line.role !== "blank") open.words.push(index);
      open.text.push(line.raw.trimEnd());
    }
  }
  return found.length >= 2 ? found : [];
}

const LONGEST_HEADING = 200;
const BEFORE_TIME = /(?<=.{2})[\s([（|@–—-]{1,6}(?:at )?(?=[\d~]|[上下]午|午[前後]|오[전후])/gu;

/** The time at the end of a heading and the words before it, which can contain numbers: "Cycle 1 — 14:50". */
function timeAtEnd(text: string): { label: string; stamp: Stamp } | null {
  for (const { index, 0: between } of text.matchAll(BEFORE_TIME)) {
    const told = text.slice(index + between.length).replace(/）\s*$/, "");
    const stamp = readStamp(told);
    if (stamp?.clock && stamp.problem === null && told.length <= stamp.textStart)
      return { label: text.slice(0, index).trim(), stamp };
  }
  return null;
}

function stampWithin(text: string): Stamp | null {
  for (const start of text.matchAll(new RegExp(String.raw`(?<![\w/.:#+-])(?=\d|${SHORT_MONTH})`, "gi"))) {
    const stamp = readStamp(text.slice(start.index));
    // "Upgraded to JDK 11u20".
    const isUpdate = /^\d{1,2}u\d/.test(text.slice(start.index)) && !isDutch(text);
    const isNumber =
      isUpdate || (/\d\.\d+$/.test(stamp?.date?.written ?? "") && VERSION.test(text.slice(0, start.index)));
    if (stamp?.clock && stamp.problem === null && !isNumber) return stamp;
  }
  return null;
}

/** "We deployed 4.2 at 13:02": words before a number that make it no day. */
const VERSION = /(?<!(?:^|\s)(?:on|am|le|el|il|den|vom|du|del))\s$/i;
