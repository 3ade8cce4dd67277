import type { ActionItemRow } from "#lib/contract/action-item.ts";
import { LATENESS_GROUP_WORDS, type LatenessGroup, latenessGroup } from "#lib/follow/action-item/lateness.ts";

/** One line of the tracker: the heading of a group, or a row with its index among the rows. */
export type Entry =
  | { kind: "group"; id: string; group: LatenessGroup; label: string; count: string }
  | { kind: "row"; row: ActionItemRow; at: number };

/**
 * Returns rows in list order with a heading before each lateness group. The last group can continue on pages that
 * aren't loaded, so its count is "12+" and not a total.
 */
export function entriesOf(
  rows: readonly ActionItemRow[],
  today: string,
  isGrouped: boolean,
  hasMore: boolean,
): Entry[] {
  const entries: Entry[] = [];
  const heads: { group: LatenessGroup; count: number }[] = [];
  for (const [at, row] of rows.entries()) {
    const group = latenessGroup(row, today);
    if (isGrouped && heads.at(-1)?.group !== group) {
      const part = heads.filter((head) => head.group === group).length;
      heads.push({ group, count: 0 });
      // A moved date splits a group until the list is read again, so each part has its own heading.
      entries.push({ kind: "group", id: `${group} ${part}`, group, label: LATENESS_GROUP_WORDS[group], count: "" });
    }
    const last = heads.at(-1);
    if (last) last.count += 1;
    entries.push({ kind: "row", row, at });
  }
  let next = 0;
  return entries.map((entry) => {
    if (entry.kind === "row") return entry;
    const count = heads[next]?.count ?? 0;
    next += 1;
    return { ...entry, count: hasMore && next === heads.length ? `${count}+` : String(count) };
  });
}
