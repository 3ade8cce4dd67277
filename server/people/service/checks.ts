import { invalid } from "#lib/base/errors.ts";
import type { Ctx } from "#server/base/kernel/context.ts";

export const NAME_TAKEN = "A service with this name exists. You can restore it if it's archived.";

/** Throws `invalid` for an owner team that is unknown or archived. */
export async function checkOwnerTeam(ctx: Ctx, ownerTeamId: string): Promise<void> {
  const team = await ctx.db.team.findFirst({ where: { id: ownerTeamId, archivedAt: null }, select: { id: true } });
  if (!team) throw invalid("ownerTeamId", "This team isn't in use. Choose from the list of teams.");
}
