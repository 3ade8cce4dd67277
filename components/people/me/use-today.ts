"use client";

import type { LocalDate } from "#lib/base/time/local-date.ts";
import { todayIn } from "#lib/base/time/today-in.ts";
import { useMyZone } from "./use-my-zone.ts";

/** The reader's calendar day. Lateness counts from it. */
export function useToday(): LocalDate {
  return todayIn(useMyZone(), new Date());
}

/** Returns a function for the calendar day of an instant, in the reader's time zone. */
export function useDayOf(): (instant: string) => LocalDate {
  const zone = useMyZone();
  return (instant) => todayIn(zone, new Date(instant));
}
