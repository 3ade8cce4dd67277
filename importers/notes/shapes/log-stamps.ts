import { readStamp } from "#importers/lex/stamp.ts";
import { oneOf } from "#lib/base/text/phrases.ts";
import { dayOfYear, isRealDay } from "#lib/base/time/calendar-day.ts";
import { twoDigits } from "#lib/base/time/clock.ts";
import { SHORT_MONTH } from "#lib/base/time/local-date.ts";
import { MINUTE_MS } from "#lib/base/time/spans.ts";
import { formatOffset } from "#lib/base/time/zones.ts";
import type { Line } from "../lines/lines.ts";
import type { TrailingEntry } from "./trailing.ts";

/** A written stamp of a log, as `readStamp` reads it. */
interface LogStamp {
  plain: string;
  /** The stamp as written. */
  stated: string;
  /** The text of the line without the stamp. */
  text: string;
}

type Reader = (raw: string) => LogStamp | null;

interface Notation {
  read: Reader;
  /** Digits without marks could count something, so each line that starts with digits must have the same form. */
  isBare?: boolean;
  /** Numbers count something unless they rise. */
  isRising?: boolean;
  /** The stamp is in a title, above its text. */
  isTitle?: boolean;
}

const LEVEL = /\b(?:TRACE|DEBUG|INFO|NOTICE|NOTE|WARN(?:ING)?|ERROR|FATAL|CRITICAL)\b/i;
const AHEAD = 60;

/** Reads stamps by their parts: year, month, day, hour, minute, second, decimals. */
function byParts(pattern: RegExp, accepts: (raw: string) => boolean = () => true): Reader {
  return (raw) => {
    const { groups, 0: stated = "" } = pattern.exec(raw) ?? {};
    if (!groups || !accepts(raw)) return null;
    const two = (name: string) => twoDigits(Number(groups[name] ?? 0));
    const { y = "", ms, f = ms?.padStart(3, "0"), bias } = groups;
    const year = y.length === 2 ? 2000 + Number(y) : Number(y);
    if (year < 1990 || year > 2099 || !isRealDay({ year, month: Number(groups.mo), day: Number(groups.d) }))
      return null;
    const clock = `${two("h")}:${two("mi")}${groups.s ? `:${two("s")}` : ""}${f ? `.${f}` : ""}`;
    const plain = `${year}-${two("mo")}-${two("d")} ${clock}${bias ? formatOffset(Number(bias) * MINUTE_MS) : ""}`;
    return { plain, stated: bare(stated), text: raw.slice(stated.length) };
  };
}

/** Reads stamps by rewriting them. */
const byRewriting =
  (pattern: RegExp, plain: string): Reader =>
  (raw) => {
    const found = pattern.exec(raw);
    if (!found) return null;
    const written = plain.replace(/\$(\d)/g, (_, part: string) => found[Number(part)] ?? "");
    return { plain: written, stated: bare(found[0]), text: raw.slice(found[0].length) };
  };

const utcOf = (ms: number): string => new Date(ms).toISOString().replace("T", " ").replace("Z", " UTC");

const bare = (stated: string): string => stated.replace(/\]\[.*$/, "").replace(/^[[\s]+|[\]:\s]+$/g, "");

/**
 * Text without meaning in front of a stamp: numbers of a process, a line or a thread, the severity as one letter, the
 * name of a card, the owner of a bucket.
 */
const LEAD = new RegExp(
  `^${oneOf`
    \[\d{1,7}\]\x20
    \d{1,7}:[A-Z]\x20
    \d{4,9}: [*.]?(?=[A-Z][a-z]{2} )
    [\w/]{3,30}/CPU\d:
    [A-Z]{4,8}:[\w.]{1,60}:(?=\d{4}-)
    ####<
    (?:\d{2,5}:){2,5}(?=\d{4}[/-])
    L (?=\d\d/\d\d/\d{4} - )
    [A-Z] {1,2}(?=[A-Z][a-z]{2} [A-Z][a-z]{2} [ \d]\d \d)
    [IWEFDV](?=\d{8} \d)
    [\w.-]{3,70} [\w.-]{3,63} (?=\[\d\d/[A-Z][a-z]{2}/\d{4}:)
  `}`,
);

function behindLead(raw: string): LogStamp | null {
  const lead = LEAD.exec(raw)?.[0];
  if (lead === undefined) return null;
  const plain = raw.slice(lead.length).replace(/^(\d\d\/\d\d\/\d{4}) - (?=\d)/, "$1 ");
  const stamp = readStamp(plain);
  if (!stamp?.date || stamp.clock?.second == null || stamp.prose) return null;
  const level = /^[A-Z]{4,8}(?=:)/.exec(lead)?.[0] ?? "";
  return { plain, stated: stamp.statedText, text: `${level} ${plain.slice(stamp.textStart)}` };
}

const TIME = String.raw`(?<h>\d\d)(?<mi>\d\d)(?<s>\d\d)(?:[.,](?<f>\d{1,9}))?`;
const WHOLE_DAY = String.raw`(?<y>\d{4})(?<mo>\d\d)(?<d>\d\d)`;
const SHORT_DAY = String.raw`(?<y>\d\d)(?<mo>\d\d)(?<d>\d\d)`;

const NOTATIONS: readonly Notation[] = [
  { read: behindLead },
  // `=ERROR REPORT==== 24-Jun-2017::17:08:55 ===` of Erlang: its words are below.
  {
    read: (raw) => {
      const [, title = "", day = "", clock = ""] =
        /^=([A-Z ]{4,40}?) ?={2,8} (\d{1,2}-[A-Z][a-z]{2}-\d{4})::(\d\d:\d\d:\d\d(?:\.\d{1,9})?) =+\s*$/.exec(raw) ??
        [];
      return title === "" ? null : { plain: `${day} ${clock}`, stated: `${day}::${clock}`, text: title };
    },
    isTitle: true,
  },
  // `2005-06-03-15.42.50.675872`, with the minutes from UTC in a diagnostic log of Db2.
  {
    read: byParts(
      /^(?<y>\d{4})-(?<mo>\d\d)-(?<d>\d\d)-(?<h>\d\d)\.(?<mi>\d\d)\.(?<s>\d\d)(?:\.(?<f>\d{1,9}))?(?<bias>[+-]\d{3})?(?=\s|$)/,
    ),
  },
  {
    read: byParts(
      /^\[(?<y>\d{4})\.(?<mo>\d\d)\.(?<d>\d\d)-(?<h>\d\d)\.(?<mi>\d\d)\.(?<s>\d\d)(?::(?<ms>\d{3}))?\](?:\[ {0,3}\d{1,4}\])?/,
    ),
  },
  { read: byParts(/^(?<y>\d{4})-(?<mo>\d\d)-(?<d>\d\d)[T_](?<h>\d\d)-(?<mi>\d\d)-(?<s>\d\d)(?=\s)/) },
  // `20171224-0:28:48:963|`: the decimals count milliseconds.
  {
    read: byParts(
      new RegExp(String.raw`^${WHOLE_DAY}[- ](?<h>\d{1,2}):(?<mi>\d{1,2}):(?<s>\d{1,2}):(?<ms>\d{1,3})(?=[|\s])`),
    ),
  },
  // `17/06/09 20:10:40 INFO executor.Backend: words` of log4j in Spark and Hadoop.
  {
    read: byParts(
      /^(?<y>\d\d)\/(?<mo>\d\d)\/(?<d>\d\d) (?<h>\d\d):(?<mi>\d\d):(?<s>\d\d)(?= (?:TRACE|DEBUG|INFO|WARN|ERROR|FATAL) {1,2}[\w.$]{1,80}: )/,
    ),
  },
  {
    read: byRewriting(
      new RegExp(String.raw`^\[?(\d{1,2})(${SHORT_MONTH})(\d{4}) (\d{1,2}:\d\d:\d\d(?:\.\d{1,9})?)(?:\]|(?=\s))`, "i"),
      "$1 $2 $3 $4",
    ),
  },
  {
    read: byRewriting(
      new RegExp(String.raw`^(${SHORT_MONTH})/(\d\d)(?:/(\d{4}))? (\d\d:\d\d:\d\d)(?=\s)`, "i"),
      "$1 $2 $3 $4",
    ),
  },
  { read: byRewriting(/^\[([A-Z]{3,4}) ([A-Z][a-z]{2} [ \d]\d \d\d:\d\d:\d\d)\]/, "$2 $1") },
  { read: byRewriting(/^\[(?:\d{1,9}:){1,2}(\d\d)(\d\d)\/(\d\d)(\d\d)(\d\d)(\.\d{1,9})?:/, "$1-$2 $3:$4:$5$6") },
  { read: byParts(new RegExp(String.raw`^${WHOLE_DAY}[ _-]?${TIME}(?=[\s|,;])`)), isBare: true },
  { read: byParts(new RegExp(String.raw`^(?<y>\d{4})-(?<mo>\d\d)-(?<d>\d\d) ${TIME}(?=\s)`)), isBare: true },
  // `1740996000 words`: seconds from the epoch.
  {
    read: (raw) => {
      const [stated = "", seconds = ""] = /^(1\d{9})(?:\.\d{1,9})?(?=\s)/.exec(raw) ?? [];
      return stated === "" ? null : { plain: utcOf(Number(seconds) * 1000), stated, text: raw.slice(stated.length) };
    },
    isBare: true,
    isRising: true,
  },
  // `@4000000067c52f3a1a2b3c4d words` of multilog: seconds of TAI from 2^62 on, ten of them before the epoch.
  {
    read: (raw) => {
      const [stated = "", seconds = ""] = /^@40000000([\da-f]{8})[\da-f]{8}(?=\s)/.exec(raw) ?? [];
      const ms = (Number.parseInt(seconds, 16) - 10) * 1000;
      return stated === "" ? null : { plain: utcOf(ms), stated, text: raw.slice(stated.length) };
    },
  },
  // `N 4000000 SYS1     25062 14:15:03.12 JOB01234 words` of a z/OS hardcopy: the year and the day of the year.
  {
    read: (raw) => {
      const [stated = "", year = "", day = "", clock = ""] =
        /^[NMWXD][A-Z ]\s?[\dA-F]{7} \S{1,8} {1,8}(\d\d)(\d{3}) (\d\d:\d\d:\d\d\.\d\d)(?=\s)/.exec(raw) ?? [];
      const date = stated === "" ? null : dayOfYear(2000 + Number(year), Number(day));
      return date === null
        ? null
        : { plain: `${date} ${clock}`, stated: `${year}${day} ${clock}`, text: raw.slice(stated.length) };
    },
  },
  // `A924A5FC   0303141525 P S SYSPROC words` of errpt on AIX: month, day, hour, minute, year.
  {
    read: byParts(/^[\dA-F]{8} {1,4}(?<mo>\d\d)(?<d>\d\d)(?<h>\d\d)(?<mi>\d\d)(?<y>\d\d)(?= [PTIU] [HSOU] )/),
  },
  // `081111 094936 35 INFO words`, `190504  9:20:31 [Warning] words`, `W190504 10:20:30.123 words`.
  {
    read: byParts(
      new RegExp(
        String.raw`^[IWEF]?${SHORT_DAY}(?:[ -]${TIME}|[ -] ?(?<h>\d{1,2}):(?<mi>\d\d):(?<s>\d\d)(?:\.(?<f>\d{1,9}))?)(?=\s)`,
      ),
      (raw) => /^[A-Z]/.test(raw) || LEVEL.test(raw.slice(0, AHEAD)),
    ),
    isBare: true,
  },
];

/** So many lines can be above the first of such a log. */
const MOST_HEAD = 20;
const LONGEST = 4000;
const LEAST = 2;

/**
 * Returns the lines of a log whose stamps no person writes. Lines between belong to the one above. Empty unless at least half of the lines do, or each starts a block.
 */
export function readLogStamps(lines: readonly Line[]): TrailingEntry[] {
  const full = lines.filter(({ role }) => role !== "blank");
  const head = full.slice(0, MOST_HEAD).map(({ raw }) => raw);
  const notation = NOTATIONS.find(({ read }) => head.some((raw) => read(raw) !== null));
  if (!notation) return [];
  const found: TrailingEntry[] = [];
  for (const [index, { raw, role }] of lines.entries()) {
    if (role === "blank") continue;
    const read = raw.length <= LONGEST ? notation.read(raw) : null;
    const entry = read ? stampedLine(index, read.plain, read.stated, read.text) : null;
    const open = found.at(-1);
    if (entry) found.push(entry);
    else if (notation.isBare && /^\d/.test(raw)) return [];
    else if (open) {
      const isFirst = open.words.push(index) === 1;
      if (isFirst && notation.isTitle) open.text = [`${open.text[0]}: ${raw.trim()}`];
      else open.text.push(raw.trimEnd());
    }
  }
  if (notation.isRising && !isRising(found)) return [];
  const isBlocks = lines[found[0]?.at ?? -1] === full[0] && found.every(({ words }) => words.length > 0);
  return found.length >= LEAST && (isBlocks || found.length * 2 >= full.length) ? found : [];
}

function isRising(found: readonly TrailingEntry[]): boolean {
  const told = found.map(({ stamp }) => stamp.statedText);
  return told.every((one, index) => one >= (told[index - 1] ?? "")) && told[0] !== told.at(-1);
}

/** The entry of a line whose stamp reads as `plain`, or null. */
export function stampedLine(at: number, plain: string, statedText: string, text: string): TrailingEntry | null {
  const stamp = readStamp(plain);
  if (!stamp?.date || !stamp.clock || stamp.problem !== null) return null;
  return { at, words: [], stamp: { ...stamp, statedText }, text: [text.replace(/^[\s|,;:]+/, "")], actor: null };
}
