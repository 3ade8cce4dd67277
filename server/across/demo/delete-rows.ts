import type { TxCtx } from "#server/base/kernel/context.ts";
import { actionKeyOf, changeKeyOf, incidentKeyOf, reviewKeyOf } from "#server/base/kernel/keys.ts";
import { emit } from "#server/base/kernel/outbox.ts";
import { deleteUnused } from "#server/incidents/evidence/index.ts";
import { keepTouched } from "./keep-touched.ts";

/** Deletes the policies of the demo with their entries. One that a person has changed since is theirs. */
async function deletePolicies({ db }: TxCtx): Promise<void> {
  await db.policy.updateMany({ where: { demo: true, changedBy: { demo: false } }, data: { demo: false } });
  const policies = await db.policy.findMany({ where: { demo: true }, select: { id: true } });
  const ids = policies.map(({ id }) => id);
  await db.auditEntry.deleteMany({ where: { noun: "policy", nounId: { in: ids } } });
  await db.policy.deleteMany({ where: { id: { in: ids } } });
}

/** Demo teams and services that people's own records use stay, and belong to the people from now. */
async function keepWhatIsUsed(tx: TxCtx): Promise<void> {
  const theirs = { demo: false };
  // A policy would be for everything without the services and teams that it names.
  const policies = await tx.db.policy.findMany({ select: { serviceIds: true, teamIds: true } });
  const named = (ids: string[]) => ({ id: { in: ids } });
  await tx.db.service.updateMany({
    where: {
      demo: true,
      OR: [
        { incidents: { some: { incident: theirs } } },
        { integrations: { some: theirs } },
        { rules: { some: { integration: theirs } } },
        named(policies.flatMap(({ serviceIds }) => serviceIds)),
      ],
    },
    data: { demo: false },
  });
  await tx.db.team.updateMany({
    where: {
      demo: true,
      OR: [
        { members: { some: { user: theirs } } },
        { services: { some: theirs } },
        { actions: { some: theirs } },
        { changes: { some: theirs } },
        { sharedChanges: { some: { change: theirs } } },
        { grants: { some: { incident: theirs } } },
        named(policies.flatMap(({ teamIds }) => teamIds)),
      ],
    },
    data: { demo: false },
  });
  // A parent stays with its team.
  for (let kept = 1; kept > 0; ) {
    const above = { demo: true, children: { some: theirs } };
    ({ count: kept } = await tx.db.team.updateMany({ where: above, data: { demo: false } }));
  }
}

/** Every demo record by noun. Reviews are those of demo incidents, no matter who created them. */
interface DemoRows {
  incidentIds: string[];
  reviewIds: string[];
  documentIds: string[];
  actionIds: string[];
  changeIds: string[];
  serviceIds: string[];
  integrationIds: string[];
  trackerIds: string[];
  /** Parts of integrations: rules and unassigned events. */
  integrationPartIds: string[];
  teamIds: string[];
  userIds: string[];
  emails: string[];
  /** Keys of records that stay, because people created or changed something in them. */
  kept: string[];
  /** Pages that will be deleted. */
  hrefs: string[];
}

async function findDemoRows(tx: TxCtx): Promise<Omit<DemoRows, "kept">> {
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
    trackerIds: ids(await db.tracker.findMany(plain)),
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

/**
 * Deletes every demo record with its parts, in the caller's transaction. What people created or changed stays: their
 * incidents and those of the demo that they worked on, actions (without the demo incident they came from), teams and
 * services.
 */
export async function deleteDemoRows(tx: TxCtx): Promise<DemoRows> {
  const kept = await keepTouched(tx);
  await deletePolicies(tx);
  await keepWhatIsUsed(tx);
  const rows = { ...(await findDemoRows(tx)), kept };
  const { db } = tx;
  await forget(tx, rows);
  const files = await findFiles(tx, rows);
  const isOfDemo = [{ actionItemId: { in: rows.actionIds } }, { otherIds: { hasSome: rows.actionIds } }];
  await db.actionRework.deleteMany({ where: { OR: isOfDemo } });
  await db.actionItem.deleteMany({ where: { id: { in: rows.actionIds } } });
  await db.strategicChange.deleteMany({ where: { id: { in: rows.changeIds } } });
  await db.review.deleteMany({ where: { id: { in: rows.reviewIds } } });
  await db.documentHead.deleteMany({ where: { id: { in: rows.documentIds } } });
  await db.incident.deleteMany({ where: { id: { in: rows.incidentIds } } });
  await deleteUnused(tx, files);
  await deleteEmptyConditions(tx);
  await db.integration.deleteMany({ where: { id: { in: rows.integrationIds } } });
  await db.tracker.deleteMany({ where: { id: { in: rows.trackerIds } } });
  await db.service.deleteMany({ where: { id: { in: rows.serviceIds } } });
  await db.team.deleteMany({ where: { id: { in: rows.teamIds } } });
  await keepNamesOfRoles(tx);
  await db.user.deleteMany({ where: { id: { in: rows.userIds } } });
  for (const userId of rows.userIds) await emit(tx, "access.changed", { userId });
  for (const reviewId of rows.reviewIds) await emit(tx, "access.changed", { reviewId });
  return rows;
}

/** Returns the hashes of the files that are evidence of demo actions and incidents. */
async function findFiles({ db }: TxCtx, { actionIds, incidentIds }: DemoRows): Promise<(string | null)[]> {
  const of = { select: { fileHash: true } } as const;
  const files = [
    ...(await db.actionEvidence.findMany({ where: { actionItemId: { in: actionIds } }, ...of })),
    ...(await db.attachment.findMany({ where: { incidentId: { in: incidentIds } }, ...of })),
  ];
  return files.map(({ fileHash }) => fileHash);
}

/** Conditions that only demo factors had. No one could find them any more. Those merged into them are next. */
async function deleteEmptyConditions({ db }: TxCtx): Promise<void> {
  const isEmpty = { factors: { none: {} }, lastFactorId: null, mergedIntoId: null };
  for (let count = 1; count > 0; ) {
    const gone = await db.canonicalFactor.findMany({ where: isEmpty, select: { id: true } });
    const ids = gone.map(({ id }) => id);
    await db.auditEntry.deleteMany({ where: { nounId: { in: ids } } });
    ({ count } = await db.canonicalFactor.deleteMany({ where: { id: { in: ids } } }));
  }
}

// A demo account can have a role in a person's own incident, so its name stays and the account goes.
async function keepNamesOfRoles({ db }: TxCtx): Promise<void> {
  await db.$executeRaw`
    UPDATE incident_role SET name = "user".name FROM "user"
    WHERE "user".id = incident_role.user_id AND "user".demo AND incident_role.name IS NULL`;
}

// Deletes messages about deleted records, and their audit entries. Entries about records that stay are kept.
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
    rows.trackerIds,
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
