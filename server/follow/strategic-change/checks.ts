import { roleAllows } from "#lib/base/access/can.ts";
import { invalid } from "#lib/base/errors.ts";
import { todayIn } from "#lib/base/time/today-in.ts";
import type { Ctx } from "#server/base/kernel/context.ts";

type PersonField = "ownerId" | "sponsorId" | "riskById" | "effectById";

/** Throws `invalid` if this person has no access, or is a viewer, who can't work on the change. */
export async function checkPerson(ctx: Ctx, field: PersonField, id: string | null | undefined) {
  if (!id) return;
  const person = await ctx.db.user.findUnique({ where: { id }, select: { role: true, disabledAt: true } });
  if (!person || person.disabledAt)
    throw invalid(field, "No person with access has this id. Choose from the list of people.");
  if ((field === "ownerId" || field === "effectById") && !roleAllows(person.role, "work.own"))
    throw invalid(field, "A viewer can't work on a strategic change. Choose someone else.");
}

/** Throws `invalid` for a day on which to decide again that isn't after today, where the owner is. */
export function checkLater(
  ctx: Ctx,
  { owner }: { owner: { timeZone: string | null } | null },
  until: string | undefined,
): void {
  if (until !== undefined && until <= todayIn(owner?.timeZone ?? null, ctx.now()))
    throw invalid("until", "The day on which to decide again must be later. Choose a day after today.");
}

interface Teams {
  /** The team that leads it. */
  teamId?: string | null | undefined;
  otherTeamIds?: readonly string[] | undefined;
}

/**
 * Throws `invalid` for a team that is unknown or archived, and for one that leads the change already. An archived team
 * that the change has can stay.
 */
export async function checkTeams(ctx: Ctx, { teamId, otherTeamIds = [] }: Teams, before: Teams = {}): Promise<void> {
  const leading = teamId === undefined ? before.teamId : teamId;
  if (leading && otherTeamIds.includes(leading))
    throw invalid("otherTeamIds", "One of these teams leads the change. Leave it out.");
  const added = otherTeamIds.filter((id) => !before.otherTeamIds?.includes(id));
  const found = await ctx.db.team.findMany({
    where: { id: { in: [...(teamId ? [teamId] : []), ...added] }, archivedAt: null },
    select: { id: true },
  });
  const isKnown = (id: string) => found.some((team) => team.id === id);
  const unknown = "No team has this id. Choose from the list of teams.";
  if (teamId && !isKnown(teamId)) throw invalid("teamId", unknown);
  if (!added.every(isKnown)) throw invalid("otherTeamIds", unknown);
}
