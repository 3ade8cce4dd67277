import { countWords, listWords } from "#lib/base/text/sentence.ts";
import { type LocalDate, longDay, wordsOfDate } from "#lib/base/time/local-date.ts";
import { rungListed } from "#lib/base/vocabulary/ladder.ts";
import { CHANGE_HEALTH_WORDS } from "#lib/base/vocabulary/strategic-change.ts";
import type { Monday } from "#lib/contract/monday.ts";

/** Returns how many actions are late. */
export const lateIn = ({ teams }: Pick<Monday, "teams">): number => teams.reduce((sum, { late }) => sum + late, 0);

export interface MondayFigure {
  name: string;
  label: string;
  note: string;
  count: (week: Monday) => number;
  /** The list of the week that it opens, by its anchor. Null: it opens the late actions. */
  part: string | null;
  /** The same figure a week before, with its words. */
  before?: { count: (week: Monday) => number; words: string };
}

const WEEK_BEFORE = "the week before";

/** The figures of the week, in their order. Each opens its rows, and is as many as they are. */
export const MONDAY_FIGURES: readonly MondayFigure[] = [
  {
    ...{ name: "late", label: "Late", note: "in Actions", part: null, count: lateIn },
    before: { count: ({ before }) => before.late, words: "a week ago" },
  },
  {
    ...{ name: "asked", label: "Reminders due", note: "this week", part: "asked" },
    count: ({ totals }) => totals.askedNext,
  },
  {
    ...{ name: "blocked", label: "Blocked", note: "still open", part: "blocked" },
    count: ({ totals }) => totals.blocked,
  },
  {
    ...{ name: "moved", label: "Dates moved", note: "last 7 days", part: "moved" },
    count: ({ totals }) => totals.moved,
    before: { count: ({ before }) => before.moved, words: WEEK_BEFORE },
  },
  {
    ...{ name: "ending", label: "Ending soon", note: "waivers, risks", part: "ending" },
    count: ({ waivers, acceptances }) => waivers.length + acceptances.length,
  },
  {
    ...{ name: "verified", label: "Verified", note: "last 7 days", part: "verified" },
    count: ({ totals }) => totals.verified,
    before: { count: ({ before }) => before.verified, words: WEEK_BEFORE },
  },
  {
    ...{ name: "changes", label: "At risk or stale", note: "changes in progress", part: "changes" },
    count: ({ changes }) => changes.length,
  },
  {
    ...{ name: "effects", label: "Effects", note: "to record", part: "effects" },
    count: ({ effects }) => effects.length,
  },
  {
    ...{ name: "reviews", label: "Reviews late", note: "not published", part: "reviews" },
    count: ({ totals }) => totals.reviews,
  },
  {
    ...{ name: "proposals", label: "Proposals", note: "to decide", part: "proposals" },
    count: ({ proposals }) => proposals.length,
  },
];

/** Returns what a reader of the page should know first, in two sentences. Figures that are 0 are left out of the second. */
export function mondayLead(week: Monday): string {
  const late = lateIn(week);
  const change = late - week.before.late;
  const compared = change === 0 ? "as many as" : `${Math.abs(change)} ${change > 0 ? "more" : "fewer"} than`;
  const since = late + week.before.late === 0 ? "" : `, ${compared} a week ago`;
  const open = [
    [week.totals.askedNext, "reminder", "due this week"],
    [week.changes.length, "change", "at risk or stale"],
    [week.totals.reviews, "review", "past the deadline"],
    [week.proposals.length, "proposal", "waiting for a decision"],
  ] as const;
  const told = open.filter(([count]) => count > 0).map(([count, one, state]) => `${countWords(count, one)} ${state}`);
  const first = `${late === 0 ? "No late actions" : countWords(late, "late action")}${since}.`;
  return told.length === 0 ? first : `${first} ${listWords(told)}.`;
}

/** Returns the week in one line, for a subject. */
export const mondaySubject = (week: Monday): string =>
  `Monday: ${lateIn(week)} late, ${countWords(week.totals.askedNext, "reminder")} this week, ${countWords(week.changes.length, "change")} at risk or stale`;

/** Returns the four figures of the week, each as on its page. */
export const mondayFigures = (week: Monday): string =>
  [
    `${countWords(lateIn(week), "late action")}`,
    `${countWords(week.totals.askedNext, "reminder")} due this week`,
    `${countWords(week.totals.moved, "date")} moved in the last 7 days`,
    `${countWords(week.totals.verified, "action")} verified in the last 7 days`,
  ].join("\n");

const MOST_LINES = 10;

/**
 * Returns the week as it's mailed: the figures, changes that need a decision, how many proposals wait, and the reminders
 * due. None of `hidden` is named, and no proposal, because its incidents can be restricted.
 */
export function mondayMail(week: Monday, today: LocalDate, hidden: ReadonlySet<string>): string {
  const decisions = week.changes.map(({ key, title, health, stale }) => {
    const state = health === null ? "no update yet" : CHANGE_HEALTH_WORDS[health].toLowerCase();
    return `${key} ${title}: ${stale && health !== null ? `${state}, and its last update is old` : state}`;
  });
  const named = week.askedNext.filter(({ key }) => !hidden.has(key));
  const asked = named.map(
    ({ key, title, day, rung, to }) =>
      `${wordsOfDate(day, today)}, ${to?.name ?? "no one"} (${rungListed(rung)}): ${key} ${title}`,
  );
  const rest = week.askedNext.length - named.length;
  const unnamed = new Set(week.askedNext.filter(({ key }) => hidden.has(key)).map(({ key }) => key)).size;
  return [
    ...[longDay(today), mondayFigures(week)],
    ...part("To decide:", decisions, week.changes.length),
    ...(week.proposals.length > 0 ? [`${countWords(week.proposals.length, "proposal")} to accept or set aside`] : []),
    ...part("Next reminders:", asked, week.totals.askedNext - rest),
    ...(unnamed > 0
      ? [`${countWords(unnamed, "restricted item")} not named in emails. Open Afterword to see them.`]
      : []),
  ].join("\n");
}

function part(head: string, lines: readonly string[], total: number): string[] {
  if (lines.length === 0) return [];
  const shown = lines.slice(0, MOST_LINES);
  return [head, ...shown, ...(total > shown.length ? [`and ${total - shown.length} more`] : [])];
}
