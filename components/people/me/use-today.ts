"use client";

import { todayIn } from "#lib/base/time/today-in.ts";
import { useMyZone } from "./use-my-zone.ts";

/** The reader's own calendar day; lateness is counted from it. */
export function useToday(): string {
  return todayIn(useMyZone(), new Date());
}
