import { invalid } from "#lib/base/errors.ts";
import type { TxCtx } from "#server/base/kernel/context.ts";

export const NAME_TAKEN = "A team with this name exists. You can restore it if it's archived.";

/**
 * Throws `invalid` for a manager or member who is unknown or whose access has ended. `known` are in the team already.
 */
export async function checkPeople(
  tx: TxCtx,
  {
    managerId,
    memberIds = [],
    known,
  }: { managerId?: string | null; memberIds?: readonly string[]; known: readonly string[] },
): Promise<void> {
  const wanted = [...new Set([...memberIds, ...(managerId ? [managerId] : [])])].filter((id) => !known.includes(id));
  const rows = await tx.db.user.findMany({ where: { id: { in: wanted }, disabledAt: null }, select: { id: true } });
  const found = new Set(rows.map(({ id }) => id));
  const message = "This person has no access. Choose from the list of people.";
  if (managerId && wanted.includes(managerId) && !found.has(managerId)) throw invalid("managerId", message);
  if (wanted.some((id) => !found.has(id))) throw invalid("memberIds", message);
}

/** Throws `invalid` for a parent that is unknown or archived, or below the team itself. */
export async function checkParent(tx: TxCtx, parentId: string, teamId: string | null): Promise<void> {
  // Locked until the end, so two simultaneous moves can't create a circle.
  const teams = await tx.db.$queryRaw<{ id: string; parentId: string | null; archived: boolean }[]>`
    SELECT id, parent_id AS "parentId", archived_at IS NOT NULL AS archived FROM team ORDER BY id FOR NO KEY UPDATE`;
  const byId = new Map(teams.map((team) => [team.id, team]));
  const parent = byId.get(parentId);
  if (!parent || parent.archived) throw invalid("parentId", "This team isn't in use. Choose from the list of teams.");
  for (let above = parent; ; ) {
    if (above.id === teamId) throw invalid("parentId", "A team can't be below itself. Choose another team.");
    const next = above.parentId === null ? undefined : byId.get(above.parentId);
    if (!next) return;
    above = next;
  }
}
