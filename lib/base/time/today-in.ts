import type { LocalDate } from "./local-date.ts";
import { clockIn } from "./zoned-clock.ts";

/** Returns the calendar day of an instant in a time zone, in UTC if the zone is unknown. */
export const todayIn = (timeZone: string | null, now: Date): LocalDate => clockIn(now.getTime(), timeZone ?? "UTC").day;
