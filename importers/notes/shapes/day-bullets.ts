import { isTimed } from "#importers/lex/stamp.ts";
import type { Stamp } from "#importers/lex/stamp-type.ts";
import { isZoneRemark } from "../days/zone-statements.ts";
import type { Candidate } from "../lines/entry.ts";
import type { Line } from "../lines/lines.ts";
import type { Section } from "../lines/sections.ts";
import { timeBehind } from "./times-behind.ts";

interface Doc {
  lines: readonly Line[];
  sections: readonly Section[];
  candidates: ReadonlyMap<number, Candidate>;
}

/** The items right below a line with only a day, at the depth of the first. */
interface DayBlock {
  stamp: Stamp;
  untimed: number[];
  timed: number;
  /** A table or a list with times follows, and the items only describe the day. */
  leadsOn: boolean;
}

/**
 * Reads items without a time below a day: `2019-07-25:`, then bullets. Each happened on that day, if no item of the day
 * has a time or most items of the text have none. Only in a timeline, or in notes without headings and with several
 * such days.
 */
export function readDayBullets(doc: Doc): Candidate[] {
  const days = [...doc.candidates.values()].filter((candidate) => isDayAlone(candidate));
  const isHeadless = !doc.lines.some(({ role }) => role === "heading") && days.length >= LEAST_DAYS;
  const blocks = days
    .filter(({ section }) => section.timeline || isHeadless)
    .map((candidate) => readBlock(candidate, doc))
    .filter(({ untimed, leadsOn }) => untimed.length > 0 && !leadsOn);
  const untimed = blocks.reduce((sum, block) => sum + block.untimed.length, 0);
  const timed = blocks.reduce((sum, block) => sum + block.timed, 0);
  const told = blocks.filter((block) => block.timed === 0 || untimed > timed);
  return told.flatMap(({ stamp, untimed: indexes }) => {
    const behind = indexes.flatMap((index) => timedBullet(index, doc));
    return behind.length === indexes.length ? behind : indexes.flatMap((index) => bulletAt(index, stamp, doc));
  });
}

/** "- Alert fires (10:02)" below a day: an entry at that time, and the times below it can pass midnight. */
function timedBullet(index: number, { lines, sections }: Doc): Candidate[] {
  const [line, section] = [lines[index], sections[index]];
  const told = line ? timeBehind(line.content) : null;
  if (!line || !section || !told) return [];
  return [
    { index, line, section, form: "item", stamp: { ...told.stamp, prose: false }, rest: told.words, opens: true },
  ];
}

const LEAST_DAYS = 2;

/** Returns whether a line or heading contains only a day. */
function isDayAlone({ form, stamp, rest }: Candidate): boolean {
  if (form === "item" || isTimed(stamp) || stamp.date === null || stamp.date.kind === "impossible") return false;
  return rest.replace(/[*_:`()[\]\s]+/g, "") === "" || isZoneRemark(rest);
}

function readBlock({ index: day, stamp, line: { level } }: Candidate, { lines, candidates, sections }: Doc): DayBlock {
  const block: DayBlock = { stamp, untimed: [], timed: 0, leadsOn: false };
  let depth: number | null = null;
  let isOver = false;
  for (let index = day + 1; index < lines.length; index += 1) {
    const line = lines[index];
    if (!line || (line.role === "heading" && (level === 0 || line.level <= level))) break;
    const candidate = candidates.get(index);
    if (candidate && isDayAlone(candidate)) break;
    if (line.role === "blank" || (depth !== null && line.indent > depth)) continue;
    if (sections[index]?.heading === line) isOver = true;
    if (line.role === "item" && !isOver) {
      depth ??= line.indent;
      if (candidate) block.timed += 1;
      else if (/\p{L}/u.test(line.content) && !isZoneRemark(line.content)) block.untimed.push(index);
      continue;
    }
    if (line.role === "row" || (candidate && isTimed(candidate.stamp))) block.leadsOn = true;
    // A line without a mark right below an item is part of it.
    if (line.role !== "text" || lines[index - 1]?.role === "blank" || depth === null) isOver = true;
  }
  return block;
}

function bulletAt(index: number, stamp: Stamp, { lines, sections }: Doc): Candidate[] {
  const [line, section] = [lines[index], sections[index]];
  if (!line || !section) return [];
  const day = { ...stamp, textStart: 0, prose: false, openEmphasis: "" };
  return [{ index, line, section, form: "item", stamp: day, rest: line.content, opens: true }];
}
