import { actionKeyOf, changeKeyOf, incidentKeyOf, reviewKeyOf } from "#server/base/kernel/keys.ts";
import type { TxCtx } from "#server/base/kernel/transaction.ts";

/** Every demo record by noun; reviews are those of demo incidents, whoever made them. */
export interface DemoRows {
  incidentIds: string[];
  reviewIds: string[];
  documentIds: string[];
  actionIds: string[];
  changeIds: string[];
  serviceIds: string[];
  integrationIds: string[];
  /** What hangs on those: rules and events that came in. */
  integrationPartIds: string[];
  teamIds: string[];
  userIds: string[];
  emails: string[];
  /** Pages that will be gone. */
  hrefs: string[];
}

export async function findDemoRows(tx: TxCtx): Promise<DemoRows> {
  const { db } = tx;
  const numbered = { where: { demo: true }, select: { id: true, number: true } } as const;
  const plain = { where: { demo: true }, select: { id: true } } as const;
  const incidents = await db.incident.findMany(numbered);
  const reviews = await db.review.findMany({
    where: { OR: [{ demo: true }, { incident: { demo: true } }] },
    select: { id: true, number: true, documentId: true },
  });
  const actions = await db.actionItem.findMany(numbered);
  const changes = await db.strategicChange.findMany(numbered);
  const users = await db.user.findMany({ where: { demo: true }, select: { id: true, email: true } });
  const ids = (rows: readonly { id: string }[]) => rows.map(({ id }) => id);
  const ofDemo = { where: { integration: { demo: true } }, select: { id: true } } as const;
  return {
    incidentIds: ids(incidents),
    reviewIds: ids(reviews),
    documentIds: reviews.map(({ documentId }) => documentId),
    actionIds: ids(actions),
    changeIds: ids(changes),
    serviceIds: ids(await db.service.findMany(plain)),
    integrationIds: ids(await db.integration.findMany(plain)),
    integrationPartIds: ids([...(await db.routingRule.findMany(ofDemo)), ...(await db.incomingEvent.findMany(ofDemo))]),
    teamIds: ids(await db.team.findMany(plain)),
    userIds: ids(users),
    emails: users.map(({ email }) => email),
    hrefs: [
      ...incidents.map(({ number }) => `/incidents/${incidentKeyOf(number)}`),
      ...reviews.map(({ number }) => `/reviews/${reviewKeyOf(number)}`),
      ...actions.map(({ number }) => `/actions/${actionKeyOf(number)}`),
      ...changes.map(({ number }) => `/strategy/${changeKeyOf(number)}`),
    ],
  };
}
