import { MINUTE_MS } from "#lib/base/time/spans.ts";

/**
 * Returns how long a meeting has run, and about how long the rest takes at the same pace once an item is done. It informs
 * and never ends anything.
 */
export function timeWords(startedAt: string, { done, count }: { done: number; count: number }, nowMs: number): string {
  const spent = Math.max(0, Math.round((nowMs - Date.parse(startedAt)) / MINUTE_MS));
  const left = count - done;
  if (done === 0 || left <= 0) return `${spent} min`;
  return `${spent} min, about ${Math.max(1, Math.round((spent / done) * left))} left`;
}

interface Thread {
  comments: readonly { createdAt: string; deleted: boolean }[];
}

/** Returns the newest comment on a record, or null without one. */
export function lastWordOf<T extends Thread>(threads: readonly T[]): T["comments"][number] | null {
  const comments = threads.flatMap((thread) => thread.comments.filter(({ deleted }) => !deleted));
  return comments.toSorted((one, other) => Date.parse(other.createdAt) - Date.parse(one.createdAt))[0] ?? null;
}
