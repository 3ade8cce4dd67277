import { countWords } from "#lib/base/text/sentence.ts";
import { type LocalDate, MONTH_NAMES, partsOf as partsOfDate } from "#lib/base/time/local-date.ts";
import { ACTION_STATUS_WORDS, ACTION_TYPE_WORDS } from "#lib/base/vocabulary/action-item.ts";
import type { ActionItemRow } from "#lib/contract/action-item.ts";
import { LATENESS_GROUP_WORDS, latenessGroup } from "#lib/follow/action-item/lateness.ts";
import { fieldRule, type HeadedGroup, isHeadedGroup, type QueryGroup } from "#lib/follow/action-item/query/fields.ts";

/** One line of the tracker: the heading of a group, or a row with its index among the rows. */
export type Entry =
  | { kind: "group"; id: string; group: string; label: string; count: string }
  | { kind: "row"; row: ActionItemRow; at: number };

interface Heading {
  group: string;
  label: string;
}

function monthOf(day: string, without: string): Heading {
  if (day === "") return { group: "none", label: without };
  const { year, month } = partsOfDate(day);
  return { group: day.slice(0, 7), label: `${MONTH_NAMES[month - 1]} ${year}` };
}

/** The reader's day, and which day of theirs an instant was. */
interface ReaderDays {
  today: LocalDate;
  dayOf: (instant: string) => LocalDate;
}

/** Returns the heading under which a row is. */
const HEADINGS: Record<Exclude<QueryGroup, HeadedGroup>, (row: ActionItemRow, days: ReaderDays) => Heading> = {
  late: (row, { today }) => {
    const group = latenessGroup(row, today);
    return { group, label: LATENESS_GROUP_WORDS[group] };
  },
  status: ({ status }) => ({ group: status, label: ACTION_STATUS_WORDS[status] }),
  priority: ({ priority }) => ({ group: priority, label: priority }),
  type: ({ type }) => ({ group: type, label: ACTION_TYPE_WORDS[type] }),
  team: ({ team }) => ({ group: team?.id ?? "none", label: team?.name ?? "No team" }),
  incident: ({ incident }) => ({
    group: incident?.key ?? "none",
    label: incident ? `${incident.key} ${incident.title}` : "No incident",
  }),
  severity: ({ incident }) => ({
    group: String(incident?.severity ?? "none"),
    label: incident ? `SEV${incident.severity}` : "No incident",
  }),
  review: ({ review }) => ({
    group: review?.key ?? "none",
    label: review ? `${review.key} ${review.title}` : "No review",
  }),
  due: ({ dueDate }) => monthOf(dueDate ?? "", "No due date"),
  original: ({ originalDueDate }) => monthOf(originalDueDate ?? "", "No due date"),
  unblocked: ({ blockedUntil }) => monthOf(blockedUntil ?? "", "Not blocked until a day"),
  waived: ({ waivedUntil }) => monthOf(waivedUntil ?? "", "Not waived"),
  moves: ({ dueMoves }) => ({
    group: String(dueMoves),
    label: dueMoves === 0 ? "Never moved" : dueMoves === 1 ? "Moved once" : `Moved ${dueMoves} times`,
  }),
  effort: ({ effortDays }) => ({
    group: String(effortDays ?? "none"),
    label: effortDays === null ? "No effort planned" : countWords(effortDays, "working day"),
  }),
  blocked: ({ blockedReason }) =>
    blockedReason === null ? { group: "no", label: "Not blocked" } : { group: "yes", label: "Blocked" },
  created: ({ createdAt }, { dayOf }) => monthOf(dayOf(createdAt), ""),
};

const FLAG_WORDS: Partial<Record<string, string>> = { true: "yes", false: "no" };

/** Returns the heading that came with a row. */
function givenHeading(by: HeadedGroup, value: string | null): Heading {
  const { kind, label, choices } = fieldRule(by);
  const without = `${label}: none`;
  if (value === null) return { group: "none", label: without };
  if (kind === "date") return monthOf(value, without);
  if (kind === "key" || kind === "text") return { group: value, label: value };
  return { group: value, label: `${label}: ${choices?.[value] ?? FLAG_WORDS[value] ?? value}` };
}

const headingOf = (by: QueryGroup, row: ActionItemRow, days: ReaderDays): Heading =>
  isHeadedGroup(by) ? givenHeading(by, row.heading ?? null) : HEADINGS[by](row, days);

/**
 * Returns rows in list order with a heading before each group. The last group can continue on pages that aren't loaded,
 * so its count is "12+" and not a total. Without counts, none is shown: those of one person would be how much they have.
 */
export function entriesOf(
  rows: readonly ActionItemRow[],
  days: ReaderDays,
  by: QueryGroup | null,
  hasMore: boolean,
  isCounted = true,
): Entry[] {
  const entries: Entry[] = [];
  const heads: { group: string; count: number }[] = [];
  for (const [at, row] of rows.entries()) {
    const heading = by === null ? null : headingOf(by, row, days);
    if (heading && heads.at(-1)?.group !== heading.group) {
      const { group, label } = heading;
      const part = heads.filter((head) => head.group === group).length;
      heads.push({ group, count: 0 });
      // A moved date splits a group until the list is read again, so each part has its own heading.
      entries.push({ kind: "group", id: `${group} ${part}`, group, label, count: "" });
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
    if (!isCounted) return entry;
    return { ...entry, count: hasMore && next === heads.length ? `${count}+` : String(count) };
  });
}

interface Part {
  /** Null for rows without a group. */
  heading: Extract<Entry, { kind: "group" }> | null;
  rows: ActionItemRow[];
}

/** Returns the rows by their headings. */
export function partsOf(entries: readonly Entry[]): Part[] {
  const parts: Part[] = [];
  for (const entry of entries) {
    if (entry.kind === "group") parts.push({ heading: entry, rows: [] });
    else if (parts.length === 0) parts.push({ heading: null, rows: [entry.row] });
    else parts.at(-1)?.rows.push(entry.row);
  }
  return parts;
}
