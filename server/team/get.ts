import type { Team } from "#lib/contract/team.ts";
import { notFound } from "#lib/errors.ts";
import type { Ctx } from "#server/kernel/context.ts";
import { presentTeam, TEAM_SELECT } from "./present.ts";

/** One team. Throws `not_found`. */
export async function getTeam(ctx: Ctx, { id }: { id: string }): Promise<Team> {
  const row = await ctx.db.team.findUnique({ where: { id }, select: TEAM_SELECT });
  if (!row) throw notFound();
  return presentTeam(row);
}
