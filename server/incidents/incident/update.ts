import type { Prisma } from "#generated/prisma/client.ts";
import type { Incident, incidentContract } from "#lib/contract/incident.ts";
import { authorize } from "#server/base/kernel/authorize.ts";
import type { Ctx, TxCtx } from "#server/base/kernel/context.ts";
import { given } from "#server/base/kernel/given.ts";
import { guardVersion } from "#server/base/kernel/guard-version.ts";
import type { InputOf } from "#server/base/kernel/input.ts";
import { fieldsOf, record } from "#server/base/kernel/record.ts";
import { transact } from "#server/base/kernel/transaction.ts";
import { checkPeople, checkServices, checkTimes, checkZone } from "./checks.ts";
import { getIncident } from "./get.ts";
import { type IncidentRecord, incidentFacts, loadIncident } from "./load.ts";

type Input = InputOf<typeof incidentContract.update>;

/** Recomputes records that depend on whether an incident counts, and since when. In the transaction of the change. */
export type Recount = (tx: TxCtx, incidentId: string) => Promise<void>;

/**
 * Changes fields, services and roles of an incident. Throws `conflict` with the newer incident for a stale version.
 * `recount` is called for another kind or start.
 */
export async function updateIncident(ctx: Ctx, input: Input, recount?: Recount): Promise<Incident> {
  return transact(ctx, async (tx) => {
    const before = await loadIncident(tx, input.key);
    authorize(tx, "incident", "edit", incidentFacts(before));
    const { key, version, ...asked } = input;
    const { serviceIds, roles, startedAt, resolvedAt, status, ...fields } = asked;
    if (fields.timeZone) checkZone(fields.timeZone);
    const start = startedAt ? new Date(startedAt) : before.startedAt;
    const stated = resolvedAt === undefined ? before.resolvedAt : resolvedAt === null ? null : new Date(resolvedAt);
    const settled = status ?? (resolvedAt === undefined ? undefined : resolvedAt === null ? "open" : "resolved");
    const end = settled === "resolved" ? (stated ?? tx.now()) : settled === "open" ? null : stated;
    checkTimes(start, end, startedAt ? tx.now() : start);
    const data: Prisma.IncidentUncheckedUpdateManyInput = {
      ...given(fields),
      startedAt: start,
      resolvedAt: end,
      ...(startedAt === undefined ? {} : { startGiven: true }),
      ...(settled === undefined ? {} : { endGiven: true }),
      ...(settled && before.status !== "cancelled" ? { status: settled } : {}),
      version: { increment: 1 },
    };
    const read = () => getIncident(tx, { key });
    const changed = await tx.db.incident.updateMany({ where: { id: before.id, version }, data });
    await guardVersion(changed, read);
    if (serviceIds) await replaceServices(tx, before.id, serviceIds);
    if (roles) await replaceRoles(tx, before.id, roles);
    const isOtherKind = fields.kind !== undefined && fields.kind !== before.kind;
    if (isOtherKind || start.getTime() !== before.startedAt.getTime()) await recount?.(tx, before.id);
    return record(tx, {
      action: "incident.updated",
      id: before.id,
      before: fieldsOf(inWords(before), asked),
      after: input,
      answer: read,
    });
  });
}

/** Returns the incident with the fields that can be changed. */
const inWords = ({ services, roles, ...row }: IncidentRecord) => ({
  ...row,
  serviceIds: services.map(({ service }) => service.id),
  roles: roles.map(({ role, userId, name }) => ({ role, userId, name })),
});

async function replaceServices(tx: TxCtx, incidentId: string, serviceIds: readonly string[]): Promise<void> {
  await checkServices(tx, serviceIds);
  await tx.db.incidentService.deleteMany({ where: { incidentId } });
  await tx.db.incidentService.createMany({
    data: [...new Set(serviceIds)].map((serviceId) => ({ incidentId, serviceId })),
  });
}

async function replaceRoles(tx: TxCtx, incidentId: string, roles: NonNullable<Input["roles"]>): Promise<void> {
  await checkPeople(
    tx,
    "roles",
    roles.flatMap(({ userId }) => userId ?? []),
  );
  await tx.db.incidentRole.deleteMany({ where: { incidentId } });
  await tx.db.incidentRole.createMany({
    data: roles
      .filter(({ userId, name }) => userId !== null || name !== null)
      .map(({ role, userId, name }) => ({ id: tx.newId(), incidentId, role, userId, name })),
  });
}
