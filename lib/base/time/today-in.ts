import type { LocalDate } from "./local-date.ts";

/** The calendar day of an instant in a zone; in UTC for a zone that is not known here. */
export function todayIn(timeZone: string | null, now: Date): LocalDate {
  try {
    const format = new Intl.DateTimeFormat("en-CA", {
      timeZone: timeZone ?? "UTC",
      ...{ year: "numeric", month: "2-digit", day: "2-digit" },
    });
    return format.format(now);
  } catch {
    return now.toISOString().slice(0, 10);
  }
}
