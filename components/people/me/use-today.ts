"use client";

import { todayIn } from "#lib/base/time/today-in.ts";
import { useMyZone } from "./use-my-zone.ts";

/** The reader's calendar day. Lateness counts from it. */
export function useToday(): string {
  return todayIn(useMyZone(), new Date());
}
