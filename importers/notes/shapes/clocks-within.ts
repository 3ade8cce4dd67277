import { readStamp } from "#importers/lex/stamp.ts";
import type { Stamp } from "#importers/lex/stamp-type.ts";
import type { Entry } from "../lines/entry.ts";
import { markedStampIn, NOT_YET, stampsIn } from "./said-times.ts";
import { sentencesOf } from "./sentences.ts";

/** A part of an entry's text with its times. `line` counts from the first. */
interface Part {
  line: number;
  text: string;
  stamps: Stamp[];
}

const LONGEST = 4000;
const LINE_BREAK = /<br\s*\/?>/i;
const MARK = /^\s{0,40}(?:[-*+•]|\d{1,3}[.)])\s+/;
const PLANNED = /\b(?:scheduled|planned|expected|due|deadline|meeting)\b/i;

/**
 * Divides entries with only a day at the times of day in their text. A time next to a day is never left out. Text
 * without a time stays with the text before it.
 */
export function openDays(entries: readonly Entry[]): Entry[] {
  return entries.flatMap((entry) => openDay(entry) ?? entry);
}

function openDay(entry: Entry): Entry[] | null {
  const { stamp, text } = entry;
  if (stamp.date?.kind !== "day" || stamp.relativeSeconds !== null || stamp.problem !== null) return null;
  // "3 April 2026: 18:02 boards are blank. 18:09 …": a list in one paragraph.
  const isParagraph = /[.!?]\s*$/.test(text[0] ?? "") && text.slice(1).every((line) => line.trim() === "");
  const isRun = entry.form === "text" && !stamp.prose && entry.isPost !== true && isParagraph;
  if (stamp.clock !== null && entry.form !== "row" && !isRun) return null;
  if (text.reduce((sum, line) => sum + line.length, 0) > LONGEST) return null;
  const parts = partsOf(text);
  if (stamp.clock !== null) return openRow(entry, parts);
  const timed = parts.filter(({ stamps }) => stamps.length > 0);
  if (timed.length === 0) return null;
  const [only, second] = timed.flatMap(({ stamps }) => stamps);
  if (only && !second) return [{ ...entry, stamp: timeOfDay(stamp, only) }];
  return gathered(parts).flatMap(({ line, text: words, stamps }) =>
    stamps.map((one) => ({ ...entry, line: lineOf(entry, line), stamp: timeOfDay(stamp, one), text: words })),
  );
}

/** Later lines and sentences of a cell that start with a time are rows of the same day. */
function openRow(entry: Entry, parts: readonly Part[]): Entry[] | null {
  const isOpening = ({ text }: Part) => {
    const stamp = readStamp(text);
    return (
      stamp?.clock?.minute != null && stamp.date === null && stamp.problem === null && text.length > stamp.textStart
    );
  };
  if (!parts.some((part, index) => index > 0 && isOpening(part))) return null;
  const rest = parts.map((part, index) => (index > 0 && isOpening(part) ? part : { ...part, stamps: [] }));
  const [first = [], ...more] = splitAt(rest);
  const head = { ...entry, text: first.map(({ text }) => text) };
  return [
    head,
    ...more.map((group) => {
      const [opening] = group;
      const stamp = readStamp(opening?.text ?? "");
      const words = group.map(({ text }, index) => (index === 0 ? text.slice(stamp?.textStart ?? 0) : text));
      return { ...entry, stamp: stamp ? timeOfDay(entry.stamp, stamp) : entry.stamp, text: words, extra: [] };
    }),
  ];
}

function splitAt(parts: readonly Part[]): Part[][] {
  const groups: Part[][] = [[]];
  for (const part of parts) {
    if (part.stamps.length > 0) groups.push([]);
    groups.at(-1)?.push(part);
  }
  return groups;
}

function partsOf(text: readonly string[]): Part[] {
  return text.flatMap((raw, line) =>
    raw.split(LINE_BREAK).flatMap((piece) =>
      sentencesOf(piece.replace(MARK, "").trim())
        .filter((sentence) => sentence !== "")
        .map((sentence) => ({ line, text: sentence, stamps: timesOf(sentence) })),
    ),
  );
}

function timesOf(sentence: string): Stamp[] {
  if (NOT_YET.test(sentence) || PLANNED.test(sentence)) return [];
  const opening = readStamp(sentence);
  const isOpening = opening?.clock?.minute != null && opening.problem === null;
  const within = stampsIn(isOpening ? sentence.slice(opening.textStart) : sentence);
  if (isOpening) return [opening, ...within];
  const marked = within.length === 0 ? markedStampIn(sentence) : null;
  return marked ? [marked] : within;
}

/** Parts with times, each with the following parts without one. Text before the first stays with it. */
function gathered(parts: readonly Part[]): { line: number; text: string[]; stamps: Stamp[] }[] {
  const found: { line: number; text: string[]; stamps: Stamp[] }[] = [];
  let before: string[] = [];
  for (const { line, text, stamps } of parts) {
    const last = found.at(-1);
    if (stamps.length > 0) found.push({ line, text: [text, ...before], stamps });
    else if (last) last.text.push(text);
    else before.push(text);
    if (stamps.length > 0) before = [];
  }
  return found;
}

/** A row is one line, whatever its cells contain. */
const lineOf = ({ form, line }: Entry, offset: number): number => (form === "row" ? line : line + offset);

/** The time of day, on its own day or on the day next to it. */
const timeOfDay = (day: Stamp, time: Stamp): Stamp => ({
  ...time,
  statedText: time.date === null ? `${day.statedText} ${time.statedText}` : time.statedText,
  date: time.date ?? day.date,
  weekday: time.date === null ? day.weekday : time.weekday,
  zone: time.zone ?? day.zone,
  prose: false,
});
