import type { Clock } from "./clock.ts";
import type { DateMatch } from "./dates.ts";
import type { DayWord } from "./day-words.ts";
import type { ZoneToken } from "./zone-token.ts";

/** The time at the start of a line, heading or cell, as written and not yet resolved. */
export interface Stamp {
  statedText: string;
  /** The start of the text after the stamp. */
  textStart: number;
  date: DateMatch | null;
  clock: Clock | null;
  zone: ZoneToken | null;
  /** A range with an end. A missing part of the end comes from the start. */
  end: { date: DateMatch | null; clock: Clock | null } | null;
  /** 0 is Sunday. */
  weekday: number | null;
  dayWord: DayWord | null;
  approx: boolean;
  uncertaintySeconds: number | null;
  /** Seconds after a T0 that the text names (`T+12m`). */
  relativeSeconds: number | null;
  /** Starts like a sentence: "At 14:05 …". */
  prose: boolean;
  problem: { kind: "impossible"; reason: string } | { kind: "placeholder" } | { kind: "open" } | null;
  /** Emphasis that opens before the stamp and closes after the text: `**01:38: alerts fired**`. */
  openEmphasis: string;
}

/** A stamp that contains nothing. */
export const EMPTY_STAMP: Stamp = {
  statedText: "",
  textStart: 0,
  date: null,
  clock: null,
  zone: null,
  end: null,
  weekday: null,
  dayWord: null,
  approx: false,
  uncertaintySeconds: null,
  relativeSeconds: null,
  prose: false,
  problem: null,
  openEmphasis: "",
};
