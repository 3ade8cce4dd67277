import type { LocalDate } from "./local-date.ts";
import { clockIn } from "./zoned-clock.ts";

/** The calendar day of an instant in a zone; in UTC for a zone that is not known here. */
export const todayIn = (timeZone: string | null, now: Date): LocalDate => clockIn(now.getTime(), timeZone ?? "UTC").day;
