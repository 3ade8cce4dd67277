import { notFound } from "#lib/base/errors.ts";
import type { Team } from "#lib/contract/team.ts";
import type { Ctx } from "#server/base/kernel/context.ts";
import { presentTeam, TEAM_SELECT } from "./present.ts";

/** One team. Throws `not_found`. */
export async function getTeam(ctx: Ctx, { id }: { id: string }): Promise<Team> {
  const row = await ctx.db.team.findUnique({ where: { id }, select: TEAM_SELECT });
  if (!row) throw notFound();
  return presentTeam(row);
}
