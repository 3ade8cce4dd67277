import type { LocalDate } from "#lib/base/time/local-date.ts";
import type { Monday } from "#lib/contract/monday.ts";
import { latenessGroup } from "#lib/follow/action-item/lateness.ts";
import type { Ctx } from "#server/base/kernel/context.ts";
import { toLocalDate } from "#server/base/kernel/dates.ts";
import { actionItemVisibleTo, openOn } from "#server/follow/action-item/index.ts";

type TeamRow = Monday["teams"][number];

const BANDS = ["d1to7", "d8to30", "d31to90", "over90"] as const;
type Band = (typeof BANDS)[number];
const isBand = (group: string): group is Band => BANDS.some((band) => band === group);

const empty = (team: TeamRow["team"]): TeamRow => ({
  ...{ team, d1to7: 0, d8to30: 0, d31to90: 0, over90: 0 },
  ...{ late: 0, open: 0 },
});

/** Returns the open actions that the actor can read, counted by team and days late. Teams without any are left out. */
export async function lateByTeam(ctx: Ctx, today: LocalDate): Promise<TeamRow[]> {
  const groups = await ctx.db.actionItem.groupBy({
    by: ["teamId", "lateAfter"],
    where: { AND: [actionItemVisibleTo(ctx.actor), openOn(today)] },
    _count: true,
  });
  const teams = await ctx.db.team.findMany({
    where: { id: { in: groups.flatMap(({ teamId }) => teamId ?? []) } },
    select: { id: true, name: true },
    orderBy: { name: "asc" },
  });
  const rows = new Map<string | null, TeamRow>([...teams.map((team) => [team.id, empty(team)] as const)]);
  for (const { teamId, lateAfter, _count } of groups) {
    const row = rows.get(teamId) ?? empty(null);
    rows.set(teamId, row);
    // Waivers that are still running are left out by `openOn`, and `lateAfter` contains those that are over.
    const band = latenessGroup({ status: "accepted", dueDate: toLocalDate(lateAfter), waivedUntil: null }, today);
    row.open += _count;
    if (!isBand(band)) continue;
    row[band] += _count;
    row.late += _count;
  }
  return [...rows.values()];
}
