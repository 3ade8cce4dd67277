import type { Prisma } from "#generated/prisma/client.ts";
import { actorId } from "#lib/base/access/actor.ts";
import type { ReviewApprover } from "#lib/people/policy/values.ts";
import type { TxCtx } from "#server/base/kernel/context.ts";

/**
 * Returns the people whom a policy asks to approve a review: the manager of the team of the most affected service, a TPM,
 * and a member of that team as peer. The next team counts if it has none. Never the person who generates the review.
 */
export async function policyApprovers(
  tx: TxCtx,
  incidentId: string,
  roles: readonly ReviewApprover[],
): Promise<string[]> {
  if (roles.length === 0) return [];
  const teams = await affectedTeams(tx, incidentId);
  const chosen: string[] = [];
  const first = async (where: Prisma.UserWhereInput) => {
    const others = [actorId(tx.actor), ...chosen].flatMap((id) => id ?? []);
    const user = await tx.db.user.findFirst({
      where: { AND: [{ disabledAt: null, id: { notIn: others } }, where] },
      select: { id: true },
      orderBy: { createdAt: "asc" },
    });
    if (user) chosen.push(user.id);
    return user !== null;
  };
  if (roles.includes("manager")) for (const id of teams) if (await first({ managedTeams: { some: { id } } })) break;
  if (roles.includes("tpm")) await first({ role: "tpm" });
  const isPeer = (teamId: string): Prisma.UserWhereInput => ({
    role: { not: "viewer" },
    memberships: { some: { teamId } },
    managedTeams: { none: { id: teamId } },
  });
  if (roles.includes("peer")) for (const id of teams) if (await first(isPeer(id))) break;
  return chosen;
}

/** Returns the teams that own the services of an incident, by how long and how badly their services failed. */
async function affectedTeams(tx: TxCtx, incidentId: string): Promise<string[]> {
  const rows = await tx.db.$queryRaw<{ id: string }[]>`
    SELECT t.id FROM incident_service i JOIN service s ON s.id = i.service_id JOIN team t ON t.id = s.owner_team_id
      LEFT JOIN impact_window w ON w.incident_id = i.incident_id AND w.service_id = i.service_id AND w.removed_at IS NULL
     WHERE i.incident_id = ${incidentId}::uuid AND t.archived_at IS NULL
     GROUP BY s.id, t.id
     ORDER BY sum(w.weight * extract(epoch FROM coalesce(w.to_at, ${tx.now()}) - w.from_at)) DESC NULLS LAST, t.name`;
  return [...new Set(rows.map(({ id }) => id))];
}
