import { invalid } from "#lib/base/errors.ts";
import type { Ctx } from "#server/base/kernel/context.ts";

type PersonField = "ownerId" | "sponsorId" | "riskById";

/** Throws `invalid` if this person has no access, or is a viewer, who can't work on the change. */
export async function checkPerson(ctx: Ctx, field: PersonField, id: string | null | undefined) {
  if (!id) return;
  const person = await ctx.db.user.findUnique({ where: { id }, select: { role: true, disabledAt: true } });
  if (!person || person.disabledAt)
    throw invalid(field, "No person with access has this id. Choose from the list of people");
  if (field === "ownerId" && person.role === "viewer")
    throw invalid(field, "A viewer can't work on a strategic change. Choose someone else");
}

/** Throws `invalid` for a team that is unknown or archived. */
export async function checkTeam(ctx: Ctx, id: string | null | undefined): Promise<void> {
  if (!id) return;
  const found = await ctx.db.team.count({ where: { id, archivedAt: null } });
  if (found === 0) throw invalid("teamId", "No team has this id. Choose from the list of teams");
}
