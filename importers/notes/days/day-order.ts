import type { Stamp } from "#importers/lex/stamp-type.ts";
import { minutesOf } from "#lib/base/time/clock.ts";
import type { Entry } from "../lines/entry.ts";

/** The document in reading order, reduced to its days. */
export type DayStep =
  | { kind: "entry"; entry: Entry; depth?: number }
  /** A date heading or line: the entries below happened on it. */
  | { kind: "day"; stamp: Stamp }
  /** An unreadable day: the times below it are asked for. */
  | { kind: "unread"; question: string }
  /** The part whose heading named the day has ended. `isBefore`: the next one is about an earlier day. */
  | { kind: "leave"; isBefore: boolean }
  /** A heading or label without a day: the next list can start again. */
  | { kind: "break" };

/** Returns the minutes since midnight of a stamp. Null without a time of day. */
export function stampMinutes(stamp: Stamp): number | null {
  return stamp.clock && minutesOf(stamp.clock);
}

/** Detects from all steps in order whether a list runs backwards in time. */
export class Direction {
  #up = 0;
  #down = 0;
  #above: number | null = null;

  see(step: DayStep): void {
    if (step.kind !== "entry" || step.entry.stamp.date !== null) {
      this.#above = null;
      return;
    }
    const minutes = stampMinutes(step.entry.stamp);
    if (minutes !== null && this.#above !== null) {
      if (minutes > this.#above) this.#up += 1;
      if (minutes < this.#above) this.#down += 1;
    }
    this.#above = minutes ?? this.#above;
  }

  isBackwards(): boolean {
    return this.#down >= 3 && this.#down > 2 * this.#up;
  }
}
