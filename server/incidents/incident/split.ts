import type { Severity } from "#lib/base/vocabulary/incident.ts";
import { authorizeGlobally } from "#server/base/kernel/authorize.ts";
import type { TxCtx } from "#server/base/kernel/context.ts";
import { numberOfKey } from "#server/base/kernel/keys.ts";
import { createIncident } from "./create.ts";

interface Split {
  /** The incident with which it was described. */
  fromId: string;
  title: string;
  startedAt: Date;
}

/**
 * Creates an incident that was described together with another: with the same kind, severity and services, and readable
 * by the same people. Its start follows from its timeline. Returns its id and number.
 */
export async function splitIncident(tx: TxCtx, { fromId, title, startedAt }: Split) {
  authorizeGlobally(tx, "incident.create");
  const from = await tx.db.incident.findUniqueOrThrow({
    where: { id: fromId },
    include: { services: true, grants: true },
  });
  const { key } = await createIncident(tx, {
    title,
    kind: from.kind,
    severity: from.severity as Severity,
    serviceIds: from.services.map(({ serviceId }) => serviceId),
    startedAt: startedAt.toISOString(),
    resolvedAt: null,
    timeZone: from.timeZone,
    impactText: "",
    restricted: from.restricted,
  });
  const readers = from.grants.map(({ userId, teamId, given, named }) => ({ userId, teamId, given, named }));
  if (from.createdById !== null && !readers.some(({ userId }) => userId === from.createdById))
    readers.push({ userId: from.createdById, teamId: null, given: true, named: false });
  const { id, number } = await tx.db.incident.update({
    where: { number: numberOfKey(key) },
    data: {
      startGiven: false,
      grants: { create: from.restricted ? readers.map((grant) => ({ ...grant, id: tx.newId() })) : [] },
    },
    select: { id: true, number: true },
  });
  return { id, number };
}
