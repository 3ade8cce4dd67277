import { actorId } from "#lib/base/access/actor.ts";
import { invalid } from "#lib/base/errors.ts";
import type { Incident, incidentContract } from "#lib/contract/incident.ts";
import { authorizeGlobally } from "#server/base/kernel/authorize.ts";
import type { Ctx } from "#server/base/kernel/context.ts";
import type { InputOf } from "#server/base/kernel/input.ts";
import { incidentKeyOf } from "#server/base/kernel/keys.ts";
import { record } from "#server/base/kernel/record.ts";
import { transact } from "#server/base/kernel/transaction.ts";
import { checkServices, checkTimes, checkZone } from "./checks.ts";
import { getIncident } from "./get.ts";

/** Creates an incident with its first severity. Adds no timeline event. */
export async function createIncident(ctx: Ctx, input: InputOf<typeof incidentContract.create>): Promise<Incident> {
  return transact(ctx, async (tx) => {
    authorizeGlobally(tx, "incident.create");
    const createdAt = tx.now();
    const startedAt = input.startedAt ? new Date(input.startedAt) : createdAt;
    const resolvedAt = input.resolvedAt === null ? null : new Date(input.resolvedAt);
    checkZone(input.timeZone);
    checkTimes(startedAt, resolvedAt, tx.now());
    await checkServices(tx, input.serviceIds);
    if (startedAt.getUTCFullYear() < 1970) throw invalid("startedAt", "Enter a start after 1970");
    const id = tx.newId();
    const { number } = await tx.db.incident.create({
      data: {
        id,
        title: input.title,
        kind: input.kind,
        severity: input.severity,
        highestSeverity: input.severity,
        status: resolvedAt === null ? "open" : "resolved",
        startedAt,
        resolvedAt,
        // An incident opened by a rule starts with its first event, which no person entered.
        startGiven: input.startedAt !== undefined && actorId(tx.actor) !== null,
        endGiven: resolvedAt !== null,
        timeZone: input.timeZone,
        impactText: input.impactText,
        restricted: input.restricted,
        createdById: actorId(tx.actor),
        createdAt,
        services: { create: [...new Set(input.serviceIds)].map((serviceId) => ({ serviceId })) },
        severityChanges: {
          create: { id: tx.newId(), severity: input.severity, at: startedAt, changedById: actorId(tx.actor) },
        },
      },
      select: { number: true },
    });
    return record(tx, {
      action: "incident.created",
      id,
      after: input,
      answer: () => getIncident(tx, { key: incidentKeyOf(number) }),
    });
  });
}
