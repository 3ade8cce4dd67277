import type { Clock } from "./clock.ts";
import type { DateMatch } from "./dates.ts";
import { readEpoch } from "./epoch.ts";

const BRACKETED = /(?<=\[)(1\d{9})(?=\]\s)/y;

/** `[1362522221] words`, as Nagios and its kin log: the day and time in UTC of the seconds that begin at `pos`; else null. */
export function matchBracketEpoch(text: string, pos: number): { date: DateMatch; clock: Clock; end: number } | null {
  BRACKETED.lastIndex = pos;
  const written = BRACKETED.exec(text)?.[1];
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
      fraction: "",
      meridiem: null,
      is24: true,
      hourOnly: false,
      tenMinutes: false,
    },
    end,
  };
}
