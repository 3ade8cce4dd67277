import { addDays, type LocalDate } from "#lib/base/time/local-date.ts";
import type { ActionPriority } from "#lib/base/vocabulary/action-item.ts";

/**
 * Returns the days until an action is due, by its priority and the severity of its incident, null without one. Null: no
 * date. P1 is shorter after a SEV1.
 */
export function dueDays(priority: ActionPriority, severity: number | null): number | null {
  switch (priority) {
    case "P0":
      return 7;
    case "P1":
      return severity === 1 ? 15 : 30;
    case "P2":
      return 56;
    case "P3":
      return null;
  }
}

/** Returns the due date by policy, counted from a local date. Null: no date. */
export function dueDateFrom(from: LocalDate, priority: ActionPriority, severity: number | null): LocalDate | null {
  const days = dueDays(priority, severity);
  return days === null ? null : addDays(from, days);
}

/** Returns the days from verification until people are asked whether an action worked. */
export const effectCheckDays = (priority: ActionPriority): number =>
  priority === "P0" || priority === "P1" ? 90 : 180;
