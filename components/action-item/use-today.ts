"use client";

import { useMyZone } from "#components/timeline/use-my-zone.ts";
import { todayIn } from "#lib/calendar/today-in.ts";

/** The reader's own calendar day; lateness is counted from it. */
export function useToday(): string {
  return todayIn(useMyZone(), new Date());
}
