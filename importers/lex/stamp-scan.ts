import { DAY_MINUTES, minutesOf } from "#lib/base/time/clock.ts";
import { type Clock, matchClock } from "./clock.ts";
import { type DateMatch, matchDate } from "./dates.ts";
import { matchWeekday } from "./day-words.ts";
import { areOnOneDay, hasSeasons, minutesApart, offsetBeside } from "./same-moment.ts";
import { AtomScan } from "./stamp-atoms.ts";
import {
  APPROX,
  BETWEEN,
  BETWEEN_AND,
  CLOSERS,
  JOIN,
  LABEL,
  OPENERS,
  PLUS_MINUS,
  PROSE,
  RANGE,
  STARTS_ABOUT,
  SUFFIX,
} from "./stamp-patterns.ts";
import { ABOUT, TIME_LEAD } from "./time-lead.ts";
import { matchZone, type ZoneToken } from "./zone-token.ts";

/** Returns whether a time of day is clear without am or pm. */
const isTold = ({ is24, meridiem, hourOnly }: Clock): boolean => !hourOnly && (is24 || meridiem !== null);

const inHalf = (clock: Clock, half: "am" | "pm"): Clock => ({
  ...clock,
  hour: (clock.hour % 12) + (half === "pm" ? 12 : 0),
  meridiem: half,
});

const lengthOf = (start?: Clock | null, end?: Clock | null): number =>
  (minutesOf(end) - minutesOf(start) + DAY_MINUTES) % DAY_MINUTES;

const DAY_WITH_YEAR = /(?<![\w/-])(?:\d{4}[-/]\d\d[-/]\d\d[T ]|\d\d\/[a-zA-Z]{3}\/\d{4}:)(?=\d\d:\d\d:\d\d)/g;

const INEXACT = new RegExp(`[~≈∼〜～]|${ABOUT}`, "iu");

/** Between a moment and the same one elsewhere: "10:02 PT / 18:02 UTC", "10:02 PT (~18:02 UTC)". */
const SECOND_GAP = new RegExp(String.raw`\s?(?:[/|=]|,(?=\s))\s?|\s?[([]\s?@?${TIME_LEAD}`, "iy");
const CLOCK_IN_BRACKETS = new RegExp(
  String.raw`[*_\x60]{0,3}(?:,?\s(?:local(?:\stime)?|hora local|ora locale|heure locale|ortszeit|по местному времени))?\s?[([（]\s?@?(?:le\s)?${TIME_LEAD}`,
  "iy",
);

/** "ore 8.10" and "kl. 8.10" start entries, as "8.10 Uhr" does. "At 8.10" starts sentences. */
const HOUR_NOUN = /^(?:ore|godz|kl)/i;

/** One pass over the start of a text, part by part. Every step moves forward and every pattern is bounded. */
export class Scan extends AtomScan {
  private pos = 0;
  private isoTime = false;
  private isBetween = false;
  private endZoneRead = false;

  readLead(): void {
    this.pos = this.length(OPENERS, 0);
    this.pos += this.length(LABEL, this.pos);
    for (let turn = 0; turn < 3; turn += 1) {
      const prose = this.length(PROSE, this.pos);
      const approx = this.length(APPROX, this.pos + prose);
      if (prose + approx === 0) break;
      this.isBetween ||= this.length(BETWEEN, this.pos) > 0;
      this.prose ||= prose > 0 && !HOUR_NOUN.test(this.text.slice(this.pos, this.pos + prose));
      this.approx ||= approx > 0;
      this.pos += prose + approx;
    }
    this.pos += this.length(OPENERS, this.pos);
    this.firstStart = this.pos;
    this.lastEnd = this.pos;
  }

  /** Reads one more part (weekday, date, time, time zone, end of a range). False when the text starts. */
  readNext(): boolean {
    if (this.lastEnd === this.firstStart) return this.readAtom(this.firstStart, "");
    if (this.readRange()) return true;
    if (this.clock && !this.zone && this.readZone(this.lastEnd)) return true;
    if (this.end?.clock && !this.endZoneRead && this.readEndZone()) return true;
    const iso =
      this.date !== null &&
      this.clock === null &&
      /^(?:[T_]\d|[:-]\d\d:\d\d:\d\d)/.test(this.text.slice(this.lastEnd, this.lastEnd + 9));
    if (iso) {
      this.isoTime = true;
      return this.readAtom(this.lastEnd + 1, "");
    }
    const join = this.length(JOIN, this.lastEnd);
    const joiner = this.text.slice(this.lastEnd, this.lastEnd + join);
    if (!this.readAtom(this.lastEnd + join, joiner)) return false;
    if (INEXACT.test(joiner)) this.approx = true;
    return true;
  }

  found(): boolean {
    const timed = this.date ?? this.clock ?? this.problem ?? this.dayWord ?? this.relativeSeconds;
    return timed !== null || (this.weekday !== null && this.restIsEmpty());
  }

  /** "Wed Oct 11 14:32:52.123 2023": programs put the year after the time. */
  private readYearBehind(): void {
    const { date, clock, weekday } = this;
    if (date?.kind !== "day" || date.day.year !== null || weekday === null || (clock?.second ?? null) === null) return;
    const year = this.match(/ ((?:19|20)\d{2})(?=[\]\s*_`),:]|$)(?!:\d)/y, this.lastEnd);
    if (!year) return;
    this.date = { ...date, day: { ...date.day, year: Number(year[1]) } };
    this.lastEnd += year[0].length;
  }

  /** `Jul 30 09:03:52 web haproxy[3]: … [30/Jul/2018:09:03:52.726]`: the text repeats the moment with its year. */
  private readYearWithin(): void {
    const { date, clock } = this;
    if (date?.kind !== "day" || date.day.year !== null || (clock?.second ?? null) === null) return;
    for (const { index } of this.text.slice(this.lastEnd).matchAll(DAY_WITH_YEAR)) {
      const whole = matchDate(this.text, this.lastEnd + index);
      const again = whole?.kind === "day" ? matchClock(this.text, whole.end + 1) : null;
      if (whole?.kind !== "day" || again?.kind !== "clock") continue;
      const isSame = ["hour", "minute", "second"].every(
        (part) => again.clock[part as "hour"] === clock?.[part as "hour"],
      );
      if (isSame && whole.day.month === date.day.month && whole.day.day === date.day.day)
        this.date = { ...date, day: whole.day };
    }
  }

  /** "10:02 PT / 18:02 UTC" or "10:02/18:02": the same moment again for people elsewhere. */
  readSecondClock(): void {
    if (this.readClockElsewhere() || this.readPair()) return;
    const gap =
      this.clock && !this.end ? this.match(this.zone ? SECOND_GAP : /\/(?=\d\d:\d\d\b)/y, this.lastEnd) : null;
    if (!gap) return;
    const clock = matchClock(this.text, this.lastEnd + gap[0].length);
    const blank = clock ? this.length(/\s/y, clock.end) : 0;
    const zone = clock?.kind === "clock" ? matchZone(this.text, clock.end + blank, false) : null;
    if (zone && clock?.kind === "clock") this.compare(clock.clock, zone.token);
    if (zone) this.lastEnd = zone.end;
    else if (!this.zone && clock) this.lastEnd = clock.end;
  }

  /** "15:30-18:00 UTC / 08:30-11:00 PDT": the same span again for people elsewhere. */
  private readSecondSpan(): void {
    const gap = this.zone && this.date === null ? this.match(SECOND_GAP, this.lastEnd) : null;
    const start = gap ? matchClock(this.text, this.lastEnd + gap[0].length) : null;
    const to = start?.kind === "clock" ? this.match(/\s?(?:[-–—]|to)\s?/y, start.end) : null;
    const end = start && to ? matchClock(this.text, start.end + to[0].length) : null;
    const isAsLong =
      start?.kind === "clock" &&
      end?.kind === "clock" &&
      lengthOf(start.clock, end.clock) === lengthOf(this.clock, this.end?.clock);
    if (!end || !isAsLong) return;
    const zone = matchZone(this.text, end.end + this.length(/\s/y, end.end), false);
    if (zone) this.lastEnd = zone.end + this.length(CLOSERS, zone.end);
  }

  /**
   * "2:20/1:20 PM EST/CST": one moment with two clocks and their zones behind them, in this order or in the other. It
   * is asked for if they don't match.
   */
  private readPair(): boolean {
    const gap = this.clock && !this.zone && !this.end ? this.match(/\s?\/\s?(?=\d{1,2}:\d\d)/y, this.lastEnd) : null;
    const second = gap ? matchClock(this.text, this.lastEnd + gap[0].length) : null;
    const named =
      second?.kind === "clock" ? this.match(/\s?\(?([A-Z]{2,5})\s?\/\s?([A-Z]{2,5})\b\)?/y, second.end) : null;
    const [one, other] = [named?.[1] ?? "", named?.[2] ?? ""].map((name) => matchZone(name, 0, false)?.token);
    if (!this.clock || second?.kind !== "clock" || !named || !one || !other) return false;
    const half = isTold(this.clock) ? null : second.clock.meridiem;
    const clocks = half ? [inHalf(this.clock, half), inHalf(this.clock, half === "am" ? "pm" : "am")] : [this.clock];
    const pairs = [
      [one, other],
      [other, one],
    ] as const;
    const found = pairs
      .flatMap(([zone, behind]) => clocks.map((clock) => ({ clock, zone, behind })))
      .find(({ clock, zone, behind }) => minutesApart(clock, zone, second.clock, behind) === 0);
    if (found) [this.clock, this.zone] = [found.clock, found.zone];
    else this.problem = { kind: "open" };
    this.lastEnd = second.end + named[0].length;
    return true;
  }

  /** If a repeated moment doesn't match, it is asked for. `10:00 PST / 17:00 UTC` is only a mistaken season. */
  private compare(second: Clock, zone: ZoneToken): void {
    const apart = this.clock && this.zone ? minutesApart(this.clock, this.zone, second, zone) : 0;
    if (!this.clock || !apart) return;
    const isUtc = zone.kind === "zone" && zone.zone === "UTC";
    const offset = isUtc && apart === 60 ? offsetBeside(this.clock, second, zone) : null;
    if (offset !== null) this.zone = matchZone(offset, 0)?.token ?? null;
    else this.problem = { kind: "open" };
  }

  /**
   * "09:14 (17:14 UTC)", "**09:14 PST** (17:14 UTC)": without a stated time zone, the difference between the two gives
   * it.
   */
  private readClockElsewhere(): boolean {
    const gap = this.clock && !this.end ? this.match(CLOCK_IN_BRACKETS, this.lastEnd) : null;
    const inside = this.lastEnd + (gap?.[0].length ?? 0);
    // "（北京时间19:20）": the time zone is before its time.
    const ahead = gap ? matchZone(this.text, inside, false) : null;
    const second = gap ? matchClock(this.text, ahead ? ahead.end + this.length(/\s/y, ahead.end) : inside) : null;
    if (!this.clock || second?.kind !== "clock") return false;
    const behind = matchZone(this.text, second.end + this.length(/,?\s/y, second.end), false);
    const zone = ahead ? { token: ahead.token, end: second.end } : behind;
    const closed = zone ? this.match(/\s?[)\]）][*_`]{0,3}/y, zone.end) : null;
    if (!zone || !closed) return false;
    if (!this.zone) {
      if (!this.readUnzoned(this.clock, second.clock, zone.token)) return false;
    } else this.compare(second.clock, zone.token);
    this.lastEnd = zone.end + closed[0].length;
    return true;
  }

  /**
   * A time without a zone has the offset of the same moment in brackets. If that depends on the season, the moment in
   * brackets is read instead.
   */
  private readUnzoned(clock: Clock, second: Clock, zone: ZoneToken): boolean {
    const isAlike = [clock, second].every(({ meridiem, hourOnly }) => meridiem === null && !hourOnly);
    if (zone.kind !== "zone" || !(isAlike || (isTold(clock) && isTold(second)))) return false;
    const offset = offsetBeside(clock, second, zone);
    if (offset !== null) this.zone = matchZone(offset, 0)?.token ?? null;
    else if (hasSeasons(zone) && areOnOneDay(clock, second)) [this.clock, this.zone] = [second, zone];
    else return false;
    return true;
  }

  /** Reads text that can follow a stamp and still belong to it: "onwards", "ish", "± 5 min", closing brackets. */
  readTail(): void {
    this.readYearBehind();
    this.readYearWithin();
    const hadEnd = this.lastEnd;
    if (this.end) this.readSecondSpan();
    else this.readSecondClock();
    if (this.lastEnd > hadEnd && this.date === null) this.readNext();
    this.readMinutesAfter();
    for (let turn = 0; turn < 3; turn += 1) {
      const closers = this.length(CLOSERS, this.lastEnd);
      const plusMinus = this.match(PLUS_MINUS, this.lastEnd + closers);
      const suffix = this.match(SUFFIX, this.lastEnd + closers);
      if (plusMinus && this.clock) {
        const unit = { s: 1, m: 60, h: 3600 }[(plusMinus[2] ?? "m").charAt(0).toLowerCase()] ?? 60;
        this.setUncertain(Number(plusMinus[1]) * unit);
        this.lastEnd += closers + plusMinus[0].length;
      } else if (suffix && this.clock) {
        this.approx ||= /ish|appr|est|\?|[頃ろい경쯤右]$/i.test(suffix[0]);
        this.lastEnd += closers + suffix[0].length;
        if (!this.zone) this.readZone(this.lastEnd);
      } else {
        this.lastEnd += closers;
        return;
      }
    }
  }

  /** "16:28+5m": some minutes after a moment that something else names. */
  private readMinutesAfter(): void {
    const later = this.clock ? this.match(/\+\d{1,3}\s?m(?:ins?|inutes?)?\b/iy, this.lastEnd) : null;
    if (!later) return;
    this.problem = { kind: "open" };
    this.lastEnd += later[0].length;
  }

  private restIsEmpty(): boolean {
    return /^[\s*_`\])>:]*$/.test(this.text.slice(this.lastEnd));
  }

  private readRange(): boolean {
    const startKnown = this.clock !== null || (this.date !== null && this.problem === null);
    if (!startKnown || this.end) return false;
    if (this.readSecondsRange()) return true;
    const gap = this.match(RANGE, this.lastEnd) ?? (this.isBetween ? this.match(BETWEEN_AND, this.lastEnd) : null);
    if (!gap || (/and/i.test(gap[0]) && !this.prose)) return false;
    const named = this.weekday === null ? null : matchWeekday(this.text, this.lastEnd + gap[0].length);
    const after = named ? named.end + this.length(/,?\s/y, named.end) : this.lastEnd + gap[0].length;
    const isAbout = STARTS_ABOUT.test(gap[0]);
    const offsetLike = /^-\d{2}:?\d{2}(?![\w:])/.test(this.text.slice(this.lastEnd, this.lastEnd + 7));
    if (offsetLike && (this.isoTime || (this.clock !== null && this.clock.second !== null))) return false;
    if (/^\s-\d{4}(?!\d)/.test(this.text.slice(this.lastEnd, this.lastEnd + 7))) return false;
    const date = this.startsDate(after) ? matchDate(this.text, after) : null;
    const joined = date ? date.end + this.length(JOIN, date.end) : after;
    const clock = this.clock ? matchClock(this.text, joined) : null;
    if (clock?.kind === "clock") {
      this.approx ||= isAbout;
      return this.setEnd(date, clock.clock, clock.end);
    }
    if (date && this.clock === null) return this.setEnd(date, null, date.end);
    return false;
  }

  /** `23:32:25–26`: a dash that no offset has, and the second of the end. */
  private readSecondsRange(): boolean {
    const { clock } = this;
    const last =
      clock?.second == null || clock.fraction !== "" ? null : this.match(/[–〜～](\d{2})(?![\w:.])/y, this.lastEnd);
    const second = Number(last?.[1]);
    if (!clock || !last || second <= (clock.second ?? 60) || second > 59) return false;
    return this.setEnd(null, { ...clock, second }, this.lastEnd + last[0].length);
  }

  private setEnd(date: DateMatch | null, clock: Clock | null, end: number): true {
    this.end = { date, clock };
    if (clock?.meridiem && this.clock && this.clock.meridiem === null && !this.clock.is24) {
      const same = inHalf(this.clock, clock.meridiem);
      // "11:50 - 12:10 PM" started in the morning.
      if (same.hour <= clock.hour) this.clock = same;
      else if (clock.meridiem === "pm") this.clock = inHalf(this.clock, "am");
    }
    this.lastEnd = end;
    return true;
  }

  private readZone(from: number): boolean {
    const gap = this.length(/[\s\u00a0,]{0,3}[([]?\s?/y, from);
    const match = matchZone(this.text, from + gap);
    if (!match) return false;
    this.zone = match.token;
    this.lastEnd = match.end;
    return true;
  }

  /** "22:30 UTC to 05:39 UTC": the time zone after the end repeats the first. */
  private readEndZone(): boolean {
    this.endZoneRead = true;
    const before = this.zone;
    if (!this.readZone(this.lastEnd)) return false;
    this.zone = before ?? this.zone;
    return true;
  }
}
