import type { Incident, incidentContract } from "#lib/contract/incident.ts";
import { authorize } from "#server/base/kernel/authorize.ts";
import type { Ctx, TxCtx } from "#server/base/kernel/context.ts";
import { guardVersion } from "#server/base/kernel/guard-version.ts";
import type { InputOf } from "#server/base/kernel/input.ts";
import { emit, tellLostAccess } from "#server/base/kernel/outbox.ts";
import { record } from "#server/base/kernel/record.ts";
import { transact } from "#server/base/kernel/transaction.ts";
import { checkPeople, checkTeams } from "./checks.ts";
import { getIncident } from "./get.ts";
import { type IncidentRecord, incidentFacts, loadIncident } from "./load.ts";

/** Restricts an incident to named people and teams, or opens it. Everything that belongs to it follows at once. */
export async function restrictIncident(ctx: Ctx, input: InputOf<typeof incidentContract.restrict>): Promise<Incident> {
  return transact(ctx, async (tx) => {
    const { key, version, restricted, userIds, teamIds } = input;
    const before = await loadIncident(tx, key);
    authorize(tx, "incident", "restrict", incidentFacts(before));
    await checkPeople(tx, "userIds", userIds);
    await checkTeams(tx, teamIds);
    const named = restricted ? await namedOnReviews(tx, before) : [];
    const given = restricted ? [...userIds, ...whoRestricts(tx, before)] : userIds;
    const readers = new Set([...given, ...named]);
    const read = () => getIncident(tx, { key });
    const changed = await tx.db.incident.updateMany({
      where: { id: before.id, version },
      data: { restricted, version: { increment: 1 } },
    });
    await guardVersion(changed, read);
    await tx.db.incidentGrant.deleteMany({ where: { incidentId: before.id } });
    await tx.db.incidentGrant.createMany({
      data: [
        ...[...readers].map((userId) => ({
          ...{ id: tx.newId(), incidentId: before.id, userId },
          ...{ given: given.includes(userId), named: named.includes(userId) },
        })),
        ...[...new Set(teamIds)].map((teamId) => ({ id: tx.newId(), incidentId: before.id, teamId })),
      ],
    });
    await emit(tx, "access.changed", { incidentId: before.id });
    if (restricted) await tellLostAccess(tx);
    return record(tx, {
      action: restricted ? "incident.restricted" : "incident.opened_to_all",
      id: before.id,
      before: { restricted: before.restricted, ...readersOf(before) },
      after: { restricted, userIds: [...readers], teamIds },
      answer: read,
    });
  });
}

const readersOf = ({ grants }: IncidentRecord) => ({
  userIds: grants.flatMap(({ userId }) => userId ?? []),
  teamIds: grants.flatMap(({ teamId }) => teamId ?? []),
});

/** A person who restricts an incident keeps access. Its creator has access anyway. */
const whoRestricts = ({ actor }: TxCtx, { createdById }: IncidentRecord): string[] =>
  actor.kind === "user" && actor.id !== createdById ? [actor.id] : [];

/** People who work on its reviews keep access while they do. Readers have the review only. */
async function namedOnReviews(tx: TxCtx, incident: IncidentRecord): Promise<string[]> {
  const reviews = await tx.db.review.findMany({
    where: { incidentId: incident.id },
    select: {
      ownerId: true,
      facilitatorId: true,
      people: { select: { userId: true }, where: { role: { not: "reader" } } },
    },
  });
  return reviews
    .flatMap(({ ownerId, facilitatorId, people }) => [ownerId, facilitatorId, ...people.map(({ userId }) => userId)])
    .filter((userId) => userId !== null && userId !== incident.createdById)
    .map(String);
}
