import { shiftDay } from "#lib/base/time/calendar-day.ts";
import { minutesOf } from "#lib/base/time/clock.ts";
import { type Clock, matchBareClock, matchClock } from "./clock.ts";
import { type DateMatch, matchDate, matchShortAtEnd } from "./dates.ts";
import {
  type DayWord,
  matchDayWord,
  matchNationalWeekday,
  matchNumberedWeekday,
  matchRelative,
  matchTimedWeekday,
  matchWeekday,
} from "./day-words.ts";
import { readEpoch } from "./epoch.ts";
import { at } from "./match-at.ts";
import { matchZone, type ZoneToken } from "./zone-token.ts";

/** In brackets, before a mark or a column, or with decimals. A bare number counts something. */
const COUNTED =
  /(?<=\[)1\d{9}(?=\]\s)|1\d{9}\.\d{3}(?=:\d{1,12}\))|1\d{9}(?:\d{3}|\.\d{1,9})?(?=\]\s|:\s|[|;,\t])|1\d{9}\.\d{3,9}(?=\s)/y;

/**
 * `[1362522221] words`, `1362522221: words`, `1362522221.049 5006 words`: returns the day and time in UTC of the
 * seconds that start at `pos`, or null.
 */
function matchCountedTime(text: string, pos: number): { date: DateMatch; clock: Clock; end: number } | null {
  const written = at(COUNTED, text, pos)?.[0];
  const ms = written === undefined ? null : readEpoch(written);
  if (written === undefined || ms === null) return null;
  const time = new Date(ms);
  const end = pos + written.length;
  const day = { year: time.getUTCFullYear(), month: time.getUTCMonth() + 1, day: time.getUTCDate() };
  return {
    date: { kind: "day", day, end, written },
    clock: {
      hour: time.getUTCHours(),
      minute: time.getUTCMinutes(),
      second: time.getUTCSeconds(),
      fraction: ms % 1000 === 0 ? "" : String(ms % 1000).padStart(3, "0"),
      meridiem: null,
      is24: true,
      hourOnly: false,
    },
    end,
  };
}

const ZONE_AHEAD =
  /([A-Z]{3,4}(?:[+-]\d{1,2})?):?\s{1,2}(?=[~≈@]?\d{1,2}(?:[:.h]\d{2}(?!\d)|[時时点點])|[上下]午|午[前後])/y;
const CAPITAL = /^\d|^\p{Lu}/u;
const NAMED = /\p{L}{3}/u;
const NOTHING_ELSE = /^[\s*_`)\]]*(?:$|:\s|[-–—|→]\s)/;

/** Returns whether a date after a time of day is the day of that time, not the start of the text. */
function standsBehind(text: string, found: DateMatch, joiner: string): boolean {
  const year = found.kind === "day" ? found.day.year : found.kind === "slashed" ? found.year : null;
  if (year !== null || /[(,]|on/i.test(joiner) || NOTHING_ELSE.test(text.slice(found.end))) return true;
  return NAMED.test(found.written) && CAPITAL.test(found.written) && !/[-–—:@|]/.test(joiner);
}

/** The start day of a range with a day after its end, `22:00–23:30 5 Mar`. Null if it's unknown. */
function startOf(day: DateMatch, from: Clock | null, to: Clock | null): DateMatch | null {
  if (!from || !to) return null;
  const isOver = minutesOf(from) > minutesOf(to);
  if (!isOver || (!from.is24 && from.meridiem === null)) return day;
  if (day.kind !== "day" || (day.day.year === null && day.day.month === 3 && day.day.day === 1)) return null;
  return { ...day, day: shiftDay(day.day, -1) };
}

const DAYS = /\d\s?[-–/&]\s?\d{1,2}(?!\d)(?:\D|$)/;
const CLOCK_NEXT = /^\)?[,.]?\s{1,3}(?:at |@ ?)?\d{1,2}(?::\d{2}|\s?[ap]\.?m\b)/i;

/** The parts of a stamp read so far, and readers for single parts: a weekday, a date, a time, an offset. */
/** `2026.4.9` behind a time: a version, because its parts have one digit. */
const VERSION = /^\d{4}\.(?:\d\.\d{1,2}|\d{2}\.\d)$/;

export class AtomScan {
  readonly text: string;
  date: DateMatch | null = null;
  clock: Clock | null = null;
  zone: ZoneToken | null = null;
  end: { date: DateMatch | null; clock: Clock | null } | null = null;
  weekday: number | null = null;
  dayWord: DayWord | null = null;
  approx = false;
  uncertaintySeconds: number | null = null;
  relativeSeconds: number | null = null;
  prose = false;
  problem: { kind: "impossible"; reason: string } | { kind: "placeholder" } | { kind: "open" } | null = null;
  /** The start of the first part and the end of the last. */
  firstStart = 0;
  lastEnd = 0;

  constructor(text: string) {
    this.text = text;
  }

  protected match(pattern: RegExp, pos: number): RegExpExecArray | null {
    return at(pattern, this.text, pos);
  }

  protected length(pattern: RegExp, pos: number): number {
    return this.match(pattern, pos)?.[0].length ?? 0;
  }

  protected startsDate(pos: number): boolean {
    return /[\dA-Za-z]/.test(this.text.charAt(pos));
  }

  protected readAtom(pos: number, joiner: string): boolean {
    if (pos >= this.text.length) return false;
    const mayFollow = this.date === null || this.clock === null;
    if (this.readNumberedWeekday(pos)) return true;
    const weekday = this.weekday === null && mayFollow ? matchWeekday(this.text, pos) : null;
    // After a date, a weekday can start the text: "2024-03-05 Monday's deploy failed".
    if (weekday && (this.date === null || CLOCK_NEXT.test(this.text.slice(weekday.end, weekday.end + 16)))) {
      this.weekday = weekday.weekday;
      return this.advance(weekday.end);
    }
    if (this.readNationalWeekday(pos, joiner)) return true;
    return (
      this.readEpoch(pos) ||
      this.readDate(pos, joiner) ||
      this.readZoneAhead(pos) ||
      this.readClock(pos) ||
      this.readRelative(pos)
    );
  }

  /** "Mié 16, 22:03": the weekday and the number of a day whose month other days tell. */
  private readNumberedWeekday(pos: number): boolean {
    if (this.weekday !== null || this.date !== null || this.dayWord !== null || this.clock !== null) return false;
    const found = /\p{L}/u.test(this.text.charAt(pos)) ? matchNumberedWeekday(this.text, pos) : null;
    if (!found) return false;
    this.weekday = found.weekday;
    this.dayWord = { kind: "of_month", day: found.day };
    return this.advance(found.end);
  }

  /** "Montag, den 3. März", "mer. 10 mars": a weekday in another language with its date or time. */
  private readNationalWeekday(pos: number, joiner: string): boolean {
    if (this.weekday !== null || this.date !== null || !/\p{L}/u.test(this.text.charAt(pos))) return false;
    const found = matchNationalWeekday(this.text, pos);
    const timed = this.clock === null && this.dayWord === null ? matchTimedWeekday(this.text, pos) : null;
    if (found && this.readDate(found.end, joiner)) this.weekday = found.weekday;
    else if (timed) {
      this.weekday = timed.weekday;
      return this.advance(timed.end);
    } else return false;
    return true;
  }

  private readEpoch(pos: number): boolean {
    const found = pos === this.firstStart && this.date === null ? matchCountedTime(this.text, pos) : null;
    if (!found) return false;
    this.date = found.date;
    this.clock = found.clock;
    this.zone = matchZone("UTC", 0)?.token ?? null;
    return this.advance(found.end);
  }

  private readDate(pos: number, joiner: string): boolean {
    const free = this.end ? this.end.date === null && this.end.clock !== null : this.date === null;
    const behind = free && this.clock !== null;
    const found =
      free && this.startsDate(pos)
        ? (matchDate(this.text, pos) ?? (behind ? matchShortAtEnd(this.text, pos) : null))
        : null;
    if (found) {
      if (this.clock !== null && VERSION.test(found.written)) return false;
      if (this.clock !== null && !standsBehind(this.text, found, joiner)) return false;
      if (this.end) {
        // "23:15-02:43 (18-19 August)" has the days of both.
        const isSpan = DAYS.test(found.written);
        this.end = isSpan ? this.end : { ...this.end, date: found };
        this.date ??= isSpan ? found : startOf(found, this.clock, this.end.clock);
      } else this.date = found;
      if (found.kind === "impossible" && !this.problem) this.problem = { kind: "impossible", reason: found.reason };
      return this.advance(found.end);
    }
    const word = this.dayWord === null && this.date === null ? matchDayWord(this.text, pos) : null;
    if (!word) return false;
    this.dayWord = word.word;
    return this.advance(word.end);
  }

  private readClock(pos: number): boolean {
    if (this.clock !== null || this.problem !== null) return false;
    const found = matchClock(this.text, pos) ?? (this.date === null ? null : matchBareClock(this.text, pos));
    if (!found) return false;
    if (found.kind === "clock") this.clock = found.clock;
    else
      this.problem = found.kind === "impossible" ? { kind: "impossible", reason: found.reason } : { kind: found.kind };
    return this.advance(found.end);
  }

  /** "UTC 14:05": the time zone right before its time. */
  private readZoneAhead(pos: number): boolean {
    const ahead = this.clock === null && this.zone === null ? this.match(ZONE_AHEAD, pos) : null;
    const found = ahead ? matchZone(this.text, pos, false) : null;
    if (!found || found.end !== pos + (ahead?.[1]?.length ?? 0)) return false;
    this.zone = found.token;
    return this.advance(found.end);
  }

  protected setUncertain(seconds: number): void {
    this.uncertaintySeconds = seconds;
    this.approx = true;
  }

  private readRelative(pos: number): boolean {
    if (this.clock !== null || this.relativeSeconds !== null) return false;
    if (this.text[pos] === "+" && this.date !== null) return false;
    const found = matchRelative(this.text, pos);
    if (!found) return false;
    this.relativeSeconds = found.seconds;
    return this.advance(found.end);
  }

  private advance(end: number): true {
    this.lastEnd = end;
    return true;
  }
}
