import type { StrategicChangeRow } from "#lib/contract/strategic-change.ts";

/** Fields of a change that are edited in place. */
export type ChangePatch = Partial<
  Pick<
    StrategicChangeRow,
    "title" | "targetQuarter" | "owner" | "sponsor" | "effectBy" | "team" | "otherTeams" | "theme" | "archived"
  >
> & { problem?: string; hypothesis?: string; expectedEffect?: string };

interface Page {
  items: StrategicChangeRow[];
  nextCursor: string | null;
}
export interface Pages {
  pages: Page[];
  pageParams: unknown[];
}

/** Replaces a row in place. A list without it stays the same. */
export function withChange(data: Pages, key: string, change: (row: StrategicChangeRow) => StrategicChangeRow): Pages {
  if (!data.pages.some((page) => page.items.some((item) => item.key === key))) return data;
  const items = (page: Page) => page.items.map((row) => (row.key === key ? change(row) : row));
  return { ...data, pages: data.pages.map((page) => ({ ...page, items: items(page) })) };
}

/** Returns the request for a patch: people and teams by their ids. */
export function inputOf({ owner, sponsor, effectBy, team, otherTeams, ...rest }: ChangePatch) {
  return {
    ...rest,
    ...(owner === undefined ? {} : { ownerId: owner?.id ?? null }),
    ...(sponsor === undefined ? {} : { sponsorId: sponsor?.id ?? null }),
    ...(effectBy === undefined ? {} : { effectById: effectBy?.id ?? null }),
    ...(team === undefined ? {} : { teamId: team?.id ?? null }),
    ...(otherTeams === undefined ? {} : { otherTeamIds: otherTeams.map(({ id }) => id) }),
  };
}

/** Returns the patch that undoes another one. */
export function inverseOf<Row extends StrategicChangeRow>(before: Row, patch: ChangePatch): ChangePatch {
  return Object.fromEntries(Object.entries(before).filter(([name]) => name in patch)) as ChangePatch;
}

/** Returns a list after the edit between two others, whatever it contains in the meantime. */
export const withEdits = (now: readonly string[], before: readonly string[], after: readonly string[]): string[] => [
  ...now.filter((one) => after.includes(one) || !before.includes(one)),
  ...after.filter((one) => !before.includes(one) && !now.includes(one)),
];
