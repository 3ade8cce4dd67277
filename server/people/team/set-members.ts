import type { TxCtx } from "#server/base/kernel/context.ts";
import { emit } from "#server/base/kernel/outbox.ts";

/** Sets the members of a team. New and former members gain and lose what the team can read at once. */
export async function setMembers(tx: TxCtx, teamId: string, memberIds: readonly string[]): Promise<void> {
  const rows = await tx.db.teamMember.findMany({ where: { teamId }, select: { userId: true } });
  const before = new Set(rows.map(({ userId }) => userId));
  const after = new Set(memberIds);
  const gone = [...before].filter((id) => !after.has(id));
  const come = [...after].filter((id) => !before.has(id));
  await tx.db.teamMember.deleteMany({ where: { teamId, userId: { in: gone } } });
  await tx.db.teamMember.createMany({ data: come.map((userId) => ({ teamId, userId })) });
  for (const userId of [...gone, ...come]) await emit(tx, "access.changed", { userId });
}
