import { daysBetween, type LocalDate } from "#lib/base/time/local-date.ts";
import type { WorkItem } from "#lib/contract/me.ts";

export type DueGroupName = "late" | "week" | "later" | "undated";

export interface DueGroup {
  name: DueGroupName;
  words: string;
  items: WorkItem[];
}

const GROUPS: readonly { name: DueGroupName; words: string }[] = [
  { name: "late", words: "Late" },
  { name: "week", words: "Within a week" },
  { name: "later", words: "Later" },
  { name: "undated", words: "No due date" },
];
const SOON_DAYS = 7;

function groupOf(item: WorkItem, today: LocalDate): DueGroupName {
  const days = daysPast(item, today);
  if (days === null) return "undated";
  if (days > 0) return "late";
  return days >= -SOON_DAYS ? "week" : "later";
}

/** Groups items by how soon they are due, without empty groups, each in the given order. */
export function groupByDue(items: readonly WorkItem[], today: LocalDate): DueGroup[] {
  return GROUPS.map(({ name, words }) => ({
    name,
    words,
    items: items.filter((item) => groupOf(item, today) === name),
  })).filter((group) => group.items.length > 0);
}

/** Days past the due date, negative before it. Null without one. */
export const daysPast = ({ dueDate }: WorkItem, today: LocalDate): number | null =>
  dueDate === null ? null : daysBetween(dueDate, today);
