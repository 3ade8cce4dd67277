import type { TxCtx } from "#server/base/kernel/context.ts";
import { actionKeyOf } from "#server/base/kernel/keys.ts";

interface Inherited {
  to: string | null;
  /** Of an undo: only what is of this incident and from before then. */
  undoes?: { from: string | null; at: Date };
}

/**
 * Gives the messages and audit entries of an action the restriction of another incident. Without it, those from before
 * it became one of a restricted incident would still be for everyone.
 */
export async function inheritIncident(
  tx: TxCtx,
  { id, number }: { id: string; number: number },
  { to, undoes }: Inherited,
): Promise<void> {
  const href = `/actions/${actionKeyOf(number)}`;
  const threads = await tx.db.commentThread.findMany({ where: { actionItemId: id }, select: { id: true } });
  const of = undoes ? { incidentId: undoes.from } : { OR: [{ incidentId: null }, { incidentId: { not: to } }] };
  const until = undoes ? { lt: undoes.at } : {};
  await tx.db.notification.updateMany({
    where: { AND: [of, { createdAt: until, OR: [{ href }, { href: { startsWith: `${href}?` } }] }] },
    data: { incidentId: to },
  });
  await tx.db.auditEntry.updateMany({
    where: { AND: [of, { at: until, nounId: { in: [id, ...threads.map((thread) => thread.id)] } }] },
    data: { incidentId: to },
  });
}
