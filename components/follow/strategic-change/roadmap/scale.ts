import { daysBetween, type LocalDate } from "#lib/base/time/local-date.ts";
import type { RoadmapRow } from "#lib/contract/roadmap.ts";
import { addQuarters, type Quarter, quarterDays, quarterOf } from "#lib/follow/strategic-change/quarter.ts";

/** Quarters side by side, from the first day of the first to the last day of the last. */
export interface Scale {
  first: LocalDate;
  last: LocalDate;
  quarters: Quarter[];
}

const FEWEST = 5;
const MOST = 12;

/** Returns the quarters that show every change: at least from the last one to the next three, at most twelve. */
export function scaleOf(rows: readonly RoadmapRow[], today: LocalDate): Scale {
  const now = quarterOf(today);
  const starts = rows.flatMap(({ startsOn }) => (startsOn === null ? [] : [quarterOf(startsOn)]));
  const ends = rows.flatMap(({ endsOn }) => (endsOn === null ? [] : [quarterOf(endsOn)]));
  const earliest = addQuarters(now, 2 - MOST / 2);
  const from = [addQuarters(now, -1), ...starts.filter((quarter) => quarter >= earliest)].toSorted()[0] ?? now;
  const until = ends.toSorted().at(-1) ?? now;
  const quarters: Quarter[] = [];
  for (let one = from; quarters.length < FEWEST || (one <= until && quarters.length < MOST); one = addQuarters(one, 1))
    quarters.push(one);
  return { first: quarterDays(from).first, last: quarterDays(quarters.at(-1) ?? from).last, quarters };
}

/** Returns where the start of a day is on the scale, in percent, at one of its ends if it's outside. */
export function percentOf({ first, last }: Scale, day: LocalDate): number {
  const length = daysBetween(first, last) + 1;
  return Math.min(100, Math.max(0, (daysBetween(first, day) / length) * 100));
}

const teamsOf = ({ team, otherTeams }: RoadmapRow) => {
  const names = [...(team ? [team] : []), ...otherTeams].map(({ name }) => name);
  return names.length === 0 ? [""] : names;
};

/** The fields by which a roadmap can be grouped. */
export const ROADMAP_GROUPS = ["team", "theme"] as const;
export type RoadmapGroup = (typeof ROADMAP_GROUPS)[number];

const HEADINGS: Record<RoadmapGroup, { of: (row: RoadmapRow) => string[]; none: string }> = {
  team: { of: teamsOf, none: "No team" },
  theme: { of: ({ theme }) => [theme ?? ""], none: "No theme" },
};

export interface GroupedRows {
  heading: string;
  rows: RoadmapRow[];
}

/**
 * Returns the changes that have days, by team or theme in the order of the alphabet, those without one last. A change of
 * several teams is with each. A theme that differs in capitals only is the same.
 */
export function groupsOf(rows: readonly RoadmapRow[], by: RoadmapGroup): GroupedRows[] {
  const { of, none } = HEADINGS[by];
  const groups = new Map<string, GroupedRows>();
  for (const row of rows.filter(({ startsOn }) => startsOn !== null)) {
    for (const heading of of(row)) {
      const group = groups.get(heading.toLowerCase()) ?? { heading, rows: [] };
      groups.set(heading.toLowerCase(), { ...group, rows: [...group.rows, row] });
    }
  }
  const start = ({ startsOn }: RoadmapRow) => startsOn ?? "";
  return [...groups.values()]
    .sort(({ heading: one }, { heading: other }) => (one === "" ? 1 : other === "" ? -1 : one.localeCompare(other)))
    .map(({ heading, rows: own }) => ({
      heading: heading || none,
      rows: own.toSorted((one, other) => start(one).localeCompare(start(other))),
    }));
}
