import type { Stamp } from "#importers/lex/stamp-type.ts";
import type { ZoneToken } from "#importers/lex/zone-token.ts";
import { DAY_MINUTES } from "#lib/base/time/clock.ts";
import type { Entry } from "../lines/entry.ts";
import { type DayStep, Direction, stampMinutes } from "./day-order.ts";
import { endsOnNextDay, turnOf, zonesApart } from "./day-turns.ts";
import { type AtHand, askDay, type DayRules, dayOfStamp, endDayOf } from "./stamp-day.ts";

/** A placeholder for the day that is asked for, so times can pass midnight from it. */
const ASKED = 0;
const ASK_PART = "On which day was this part?";
/**
 * Gives every entry its day: its own date, otherwise the day above it, and the next one when the clock goes back by
 * half a day. A list that runs backwards in time goes the other way.
 */
export function assignDays(steps: DayStep[], rules: DayRules): void {
  const direction = new Direction();
  for (const step of steps) direction.see(step);
  new DayRunner(rules, direction.isBackwards()).run(steps);
}

/** Gives entries their days one by one. `backwards` comes from `Direction`. */
export class DayRunner {
  private current: number | null;
  private setTo: number | null;
  /** The day that a heading or the surroundings of the list name, while no row has moved on from it. */
  private headed: number | null;
  private first: number | null = null;
  /** No date was read yet: the day is the one that a person chose, or counts from one that is asked for. */
  private floats: boolean;
  /** The day, or the one that it is counted from, is a person's answer. */
  private isAnswered: boolean;
  /** Why the day is unknown below an unreadable date. */
  private unread: string | null = null;
  /** Minutes since 1970 of the entry above. */
  private above: number | null = null;
  /** The time zone that it states. */
  private aboveZone: ZoneToken | null = null;
  private rolled = 0;
  private depth = 0;
  /** The state of the list at the start of a nested one. */
  private outer: { depth: number; current: number | null; setTo: number | null; above: number | null } | null = null;
  private paused = false;
  private readonly rules: DayRules;
  private readonly backwards: boolean;

  constructor(rules: DayRules, backwards: boolean) {
    this.rules = rules;
    this.backwards = backwards;
    this.current = rules.base.day ?? ASKED;
    this.setTo = this.current;
    this.headed = rules.base.given ? null : rules.base.day;
    this.floats = rules.base.day === null || rules.base.given;
    this.isAnswered = rules.base.given;
  }

  /** Continues with the steps of a document, or of its next part. */
  run(steps: readonly DayStep[]): void {
    for (const step of steps) {
      if (step.kind !== "entry") this.outer = null;
      if (step.kind === "day") this.setDay(step.stamp);
      else if (step.kind === "unread") this.lose(step.question);
      else if (step.kind === "leave") this.leave(step.isBefore);
      else if (step.kind === "break") this.paused = true;
      else {
        this.rise(step);
        this.place(step.entry);
      }
    }
  }

  /** Nested lines can be on another day. Later lines at the level above continue from there. */
  private rise({ entry, depth = 0 }: Extract<DayStep, { kind: "entry" }>): void {
    const outer = this.outer;
    if (outer && depth <= outer.depth) {
      this.outer = null;
      if (entry.stamp.date === null && outer.current !== this.current && !this.floats) {
        this.current = outer.current;
        this.setTo = outer.setTo;
        this.above = outer.above;
      }
    }
    if (!this.outer && depth > this.depth)
      this.outer = { depth: this.depth, current: this.current, setTo: this.setTo, above: this.above };
    this.depth = depth;
  }

  private setDay(stamp: Stamp): void {
    const day = this.dayOf(stamp);
    if (this.rules.base.firm && stamp.date === null) return;
    if (day === null) this.lose(askDay(stamp));
    else {
      this.start(day, stamp.date !== null);
      this.headed = day;
    }
  }

  /** The day can't be counted from the one above. */
  private lose(question: string): void {
    if (this.rules.base.firm) return;
    this.current = null;
    this.setTo = null;
    this.headed = null;
    this.above = null;
    this.floats = false;
    this.unread = question;
  }

  /** Returns to the day of the whole text, or continues from the day above if it is the same. */
  private leave(isBefore: boolean): void {
    const { day, firm } = this.rules.base;
    this.paused = true;
    if (!firm && (isBefore || this.setTo !== day)) this.askPart();
  }

  /** Asks for the day of the part that follows, unless a person answered it already. */
  private askPart(): void {
    const { answer = null, base } = this.rules;
    if (answer === null || base.firm) this.lose(ASK_PART);
    else {
      this.start(answer, false);
      this.floats = true;
      this.isAnswered = true;
    }
  }

  place(entry: Entry): void {
    const { stamp } = entry;
    const stated = this.dayOf(stamp);
    if (entry.isPost && stamp.date !== null) {
      // When an update was posted tells nothing about the times below it.
      entry.day = stated;
      entry.dayQuestion = stated === null ? askDay(stamp) : null;
      this.paused = true;
      return;
    }
    if (this.isBackground(stamp, stated)) {
      entry.day = stated;
      entry.endDay = endDayOf(entry, this.at(), this.rules);
      return;
    }
    if (stamp.date !== null || stamp.dayWord !== null || stamp.weekday !== null) {
      entry.day = stated;
      entry.dayQuestion = stated === null ? askDay(stamp) : null;
      if (stated === null) this.lose(askDay(stamp));
      else if (!this.rules.base.firm) this.start(stated, stamp.date !== null);
      if (!this.rules.base.firm) this.above = absolute(stated, stampMinutes(stamp));
    } else {
      if (!entry.halfDay) this.roll(stamp, endsOnNextDay(entry.text[0] ?? ""));
      entry.day = this.current;
      entry.dayQuestion = this.current === null ? (this.unread ?? askDay(stamp)) : null;
      if (!entry.halfDay) this.above = absolute(this.current, stampMinutes(stamp)) ?? this.above;
    }
    this.aboveZone = stamp.zone;
    this.first ??= entry.day;
    entry.endDay = endDayOf(entry, this.at(), this.rules);
    if (this.floats && entry.stamp.date === null) this.float(entry);
  }

  /** "(2025-04-26) Database created" in the list of another, later day: the times below it are of the list's day. */
  private isBackground({ date, clock }: Stamp, day: number | null): boolean {
    if (date === null || clock !== null || day === null || this.backwards || this.floats) return false;
    return this.headed !== null && this.setTo === this.headed && day < this.headed - 1;
  }

  /** Counts the day of an entry from the one that is asked for, or marks it as chosen by a person. */
  private float(entry: Entry): void {
    if (this.isAnswered) entry.dayGiven = entry.day !== null;
    else if (entry.day !== null) {
      entry.daysAfter = entry.day - ASKED;
      if (entry.endDay !== null) entry.endDay -= ASKED;
      entry.day = null;
      entry.dayQuestion = askDay(entry.stamp);
    }
  }

  private start(day: number, isDated: boolean): void {
    if (isDated) this.floats = false;
    this.unread = null;
    this.current = day;
    this.setTo = day;
    this.first ??= day;
    this.above = null;
    this.rolled = 0;
    this.paused = false;
  }

  /** `isNextDay` if the text says so: the clock goes back, or the day it counts from is unknown. */
  private roll(stamp: Stamp, isNextDay: boolean): void {
    const paused = this.paused;
    this.paused = false;
    const minutes = stampMinutes(stamp);
    if (minutes === null || this.current === null || this.above === null) return;
    const apart = zonesApart(stamp.zone, this.aboveZone, this.current);
    if (apart !== 0) {
      // Clocks of two time zones are compared in UTC.
      const days = Math.round((this.above + apart - (this.current * DAY_MINUTES + minutes)) / DAY_MINUTES);
      this.current += days;
      this.rolled += Math.abs(days);
      return;
    }
    const sign = this.backwards ? -1 : 1;
    const step = sign * (this.current * DAY_MINUTES + minutes - this.above);
    const turned = turnOf(step, paused, this.rolled > 0);
    // The row above was on the day before, and the text names the following day.
    const own = turned === "ask" && step < 0 && this.isEveOfText() ? 1 : turned;
    const turn = isNextDay && own === 0 ? (step < 0 ? 1 : "ask") : own;
    // An answer that the first times already used says nothing of those after a jump.
    if (turn === "ask" && this.rules.base.given) this.lose(ASK_PART);
    else if (turn === "ask") this.askPart();
    else if (turn === "again") {
      this.current = this.setTo;
      this.rolled = 0;
    } else {
      this.current += sign * turn;
      this.rolled += turn;
    }
  }

  private isEveOfText(): boolean {
    const { day, given } = this.rules.base;
    return !this.backwards && !given && day !== null && this.current === day - 1;
  }

  private dayOf(stamp: Stamp): number | null {
    return dayOfStamp(stamp, this.at(), this.rules);
  }

  private at(): AtHand {
    return {
      day: this.current,
      first: this.first,
      isAsked: this.floats && !this.isAnswered,
      incident: this.rules.base.day,
    };
  }
}

function absolute(day: number | null, minutes: number | null): number | null {
  return day === null || minutes === null ? null : day * DAY_MINUTES + minutes;
}
