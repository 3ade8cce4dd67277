import type { LocalDate } from "#lib/base/time/local-date.ts";

type Day = { date: LocalDate; name: string };

/** A day off that is typed and isn't in the list yet. */
export interface PendingDay {
  date: LocalDate | null;
  name: string;
  /** The text in the field isn't a day. */
  isUnread: boolean;
}

export const NO_PENDING_DAY: PendingDay = { date: null, name: "", isUnread: false };

/** Returns the days off with the typed one, or what it needs first. Nothing typed changes nothing. */
export function withPending(
  days: readonly Day[],
  { date, name, isUnread }: PendingDay,
): { ok: true; days: Day[] } | { ok: false; field: "date" | "name"; message: string } {
  const words = name.trim();
  if (date === null && !isUnread && words === "") return { ok: true, days: [...days] };
  if (date === null || isUnread) return { ok: false, field: "date", message: "Enter a day first" };
  if (words === "") return { ok: false, field: "name", message: "Enter a name first" };
  const others = days.filter((day) => day.date !== date);
  return { ok: true, days: [...others, { date, name: words }].sort((a, b) => a.date.localeCompare(b.date)) };
}
