import type { Team } from "#lib/contract/team.ts";

export interface TreeRow {
  team: Team;
  depth: number;
}

/** Returns teams below their parents, by name. A team without its parent in the list is at the top. */
export function teamTree(teams: readonly Team[]): TreeRow[] {
  const ids = new Set(teams.map((team) => team.id));
  const byParent = Map.groupBy(teams, ({ parent }) => (parent && ids.has(parent.id) ? parent.id : null));
  const under = (parentId: string | null, depth: number): TreeRow[] =>
    (byParent.get(parentId) ?? [])
      .toSorted((a, b) => a.name.localeCompare(b.name))
      .flatMap((team) => [{ team, depth }, ...under(team.id, depth + 1)]);
  return under(null, 0);
}

/** Returns the team itself and every team below it, none of which can be its parent. */
export function teamsBelow(teams: readonly Team[], id: string): Set<string> {
  const below = new Set([id]);
  for (let grown = -1; grown !== below.size; ) {
    grown = below.size;
    for (const team of teams) if (team.parent && below.has(team.parent.id)) below.add(team.id);
  }
  return below;
}
