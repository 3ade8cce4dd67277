import { emit } from "#server/base/kernel/outbox.ts";
import type { TxCtx } from "#server/base/kernel/transaction.ts";
import { type DemoRows, findDemoRows } from "./find-rows.ts";
import { keepWhatIsUsed } from "./keep-what-is-used.ts";

/**
 * Deletes every demo record with what hangs on it, in the caller's transaction. What people made themselves stays:
 * their incidents, their actions (without the demo incident they came from), the teams and services they use.
 */
export async function deleteDemoRows(tx: TxCtx): Promise<DemoRows> {
  await keepWhatIsUsed(tx);
  const rows = await findDemoRows(tx);
  const { db } = tx;
  await forget(tx, rows);
  await db.actionItem.deleteMany({ where: { id: { in: rows.actionIds } } });
  await db.strategicChange.deleteMany({ where: { id: { in: rows.changeIds } } });
  await db.review.deleteMany({ where: { id: { in: rows.reviewIds } } });
  await db.documentHead.deleteMany({ where: { id: { in: rows.documentIds } } });
  await db.incident.deleteMany({ where: { id: { in: rows.incidentIds } } });
  await db.integration.deleteMany({ where: { id: { in: rows.integrationIds } } });
  await db.service.deleteMany({ where: { id: { in: rows.serviceIds } } });
  await db.team.deleteMany({ where: { id: { in: rows.teamIds } } });
  await keepNamesOfRoles(tx);
  await db.user.deleteMany({ where: { id: { in: rows.userIds } } });
  for (const userId of rows.userIds) await emit(tx, "access.changed", { userId });
  for (const reviewId of rows.reviewIds) await emit(tx, "access.changed", { reviewId });
  return rows;
}

// In somebody's own incident a demo account may hold a role: its name stays, the account goes.
async function keepNamesOfRoles({ db }: TxCtx): Promise<void> {
  await db.$executeRaw`
    UPDATE incident_role SET name = "user".name FROM "user"
    WHERE "user".id = incident_role.user_id AND "user".demo AND incident_role.name IS NULL`;
}

// Messages about what is gone, and its part of the audit log; entries about what stays are kept.
async function forget({ db }: TxCtx, rows: DemoRows): Promise<void> {
  const { incidentIds, userIds, emails, hrefs } = rows;
  await db.notification.deleteMany({ where: { OR: [{ incidentId: { in: incidentIds } }, { href: { in: hrefs } }] } });
  const invitations = await db.invitation.findMany({ where: { email: { in: emails } }, select: { id: true } });
  const tokens = await db.apiToken.findMany({ where: { userId: { in: userIds } }, select: { id: true } });
  await db.invitation.deleteMany({ where: { id: { in: invitations.map(({ id }) => id) } } });
  const gone = [
    rows.incidentIds,
    rows.reviewIds,
    rows.actionIds,
    rows.changeIds,
    rows.serviceIds,
    rows.integrationIds,
    rows.integrationPartIds,
    rows.teamIds,
    userIds,
  ];
  const nounIds = [...gone.flat(), ...[...invitations, ...tokens].map(({ id }) => id)];
  await db.auditEntry.deleteMany({
    where: {
      OR: [{ nounId: { in: nounIds } }, { incidentId: { in: incidentIds }, noun: { not: "action_item" } }],
    },
  });
}
