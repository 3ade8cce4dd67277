import { isTimed, readStamp } from "#importers/lex/stamp.ts";
import { describeLine, isBranch, type Line } from "../lines/lines.ts";
import type { Section } from "../lines/sections.ts";

const MARK = /^\s*(?:`{3}|~{3})/;
/** `14:32 <ada> the words`, as IRC clients log, `14:32 @ada: the words` and `[14:32] ada: the words`. */
const SPOKEN =
  /^\s{0,8}\[?\d{1,2}:\d{2}(?::\d{2})?\]?\s{1,3}(?:<[@+%~&]?[\w.|\\^`{}[\]-]{1,30}>|@[\w.-]{1,30}:|(?<=\]\s{1,3})[\w.-]{1,30}:)\s/;
const LEAST_SPOKEN = 3;

/** Returns the code blocks of a text if they contain only chat. */
function chatIn(lines: readonly Line[]): Line[] {
  const fenced = lines.filter(({ role }) => role === "fence");
  const said = fenced.filter(({ raw }) => raw.trim() !== "" && !MARK.test(raw.slice(0, 60)));
  const spoken = said.filter(({ raw }) => SPOKEN.test(raw.slice(0, 80)));
  return spoken.length >= LEAST_SPOKEN && spoken.length * 1.5 >= said.length ? fenced : [];
}

const LEAST_BRANCHES = 3;

/** Returns the code blocks of a text that draw a tree whose branches have a time, as `├─ 14:05 the words`. */
function treesIn(lines: readonly Line[]): Line[] {
  const blocks = lines.reduce<Line[][]>((all, line, index) => {
    if (line.role !== "fence") return all;
    if (lines[index - 1]?.role !== "fence") all.push([]);
    all.at(-1)?.push(line);
    return all;
  }, []);
  const isTimedBranch = ({ role, content }: Line) => role === "item" && readStamp(content)?.clock != null;
  const read = (line: Line) => (isBranch(line.raw) ? describeLine(line.raw, line.number) : line);
  return blocks.filter((block) => block.map(read).filter(isTimedBranch).length >= LEAST_BRANCHES).flat();
}

const DATED = /^\s{0,8}\[?\d{4}[-/]\d\d[-/]\d\d[T ]\d\d:\d\d/;

/** Returns the lines of a log in code blocks: each with its own day and time, or each with a time of a few words. */
function logsIn(lines: readonly Line[]): Line[] {
  const fenced = lines.filter(({ role }) => role === "fence");
  const said = fenced.filter(({ raw }) => raw.trim() !== "" && !MARK.test(raw.slice(0, 60)));
  const isLog = said.length > 0 && said.every(({ raw }) => DATED.test(raw.slice(0, 40)));
  return isLog || (said.length >= LEAST_SPOKEN && said.every(tellsTime)) ? fenced : [];
}

/** At least three words, because two can name a measurement. */
const WORDED = /(?:\p{L}{2}[^\s]{0,40}\s(?:[^\s]{1,20}\s){0,3}){2}\p{L}{2}|\p{scx=Han}{4}/u;

function tellsTime({ content }: Line): boolean {
  const stamp = readStamp(content);
  return stamp !== null && isTimed(stamp) && WORDED.test(content.slice(stamp.textStart));
}

/**
 * Returns the lines with code blocks read as text if they are the only content of a part called a timeline. Null if
 * there is none. Used only for a text with few other entries. A quoted log counts if there are none (`isEmpty`).
 */
export function openTimelineFences(lines: Line[], sections: Section[], isEmpty: boolean): Line[] | null {
  const named = lines.filter((line, index) => line.role === "fence" && sections[index]?.timeline === true);
  const fenced = named.length > 0 ? named : [...chatIn(lines), ...treesIn(lines), ...(isEmpty ? logsIn(lines) : [])];
  const stamped = fenced.filter((line) => {
    const stamp = readStamp(line.content);
    return stamp !== null && isTimed(stamp);
  });
  if (stamped.length < 2) return null;
  const opened = new Set(fenced.map((line) => line.number));
  return lines.map((line) => {
    if (!opened.has(line.number)) return line;
    if (MARK.test(line.raw.slice(0, 60))) return { ...line, role: "rule" };
    const read = describeLine(line.raw, line.number);
    return read.role === "heading" ? { ...read, role: "text", level: 0 } : read;
  });
}
