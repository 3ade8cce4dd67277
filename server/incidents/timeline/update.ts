import type { Prisma } from "#generated/prisma/client.ts";
import { actorName } from "#lib/base/access/actor.ts";
import type { TimelineEvent, timelineContract } from "#lib/contract/timeline.ts";
import { authorize } from "#server/base/kernel/authorize.ts";
import type { Ctx } from "#server/base/kernel/context.ts";
import { given } from "#server/base/kernel/given.ts";
import { guardVersion } from "#server/base/kernel/guard-version.ts";
import type { InputOf } from "#server/base/kernel/input.ts";
import { toJson } from "#server/base/kernel/json.ts";
import { record } from "#server/base/kernel/record.ts";
import { transact } from "#server/base/kernel/transaction.ts";
import { incidentFacts, settleSpan } from "#server/incidents/incident/index.ts";
import { type EventRecord, findIncident, loadEvent, presentEvent } from "./event-row.ts";
import { checkEventTime } from "./event-time.ts";
import { knownAfter } from "./known.ts";
import { originalAfter } from "./original.ts";
import { verifiedAfter } from "./verified.ts";

type Input = InputOf<typeof timelineContract.update>;

function timeOf(row: EventRecord, input: Input) {
  const at = input.at === undefined ? row.at : input.at === null ? null : new Date(input.at);
  const precision =
    input.precision ?? (at === null ? "unknown" : row.precision === "unknown" ? "minute" : row.precision);
  return checkEventTime({
    at,
    endAt: input.endAt === undefined ? row.endAt : input.endAt === null ? null : new Date(input.endAt),
    precision,
    uncertaintySeconds: input.uncertaintySeconds === undefined ? row.uncertaintySeconds : input.uncertaintySeconds,
  });
}

/** Edits, pins, hides, removes or restores an event. The first edit keeps the original. */
export async function updateEvent(ctx: Ctx, input: Input): Promise<TimelineEvent> {
  return transact(ctx, async (tx) => {
    const incident = await findIncident(tx, input.key);
    authorize(tx, "incident", "curate", incidentFacts(incident));
    const before = await loadEvent(tx, incident.id, input.id);
    const {
      key: _key,
      id,
      version,
      at: _at,
      endAt: _endAt,
      precision: _precision,
      uncertaintySeconds: _plusMinus,
      known: _known,
      foundAt: _foundAt,
      foundBy: _foundBy,
      removed,
      verified,
      ...fields
    } = input;
    const time = timeOf(before, input);
    const words = {
      title: input.title ?? before.title,
      body: input.body ?? before.body,
      kind: input.kind ?? before.kind,
    };
    const data: Prisma.TimelineEventUncheckedUpdateManyInput = {
      ...given(fields),
      ...time,
      ...knownAfter(before, input),
      ...originalAfter(before, { ...words, ...time }),
      ...verifiedAfter({ ...before, ...words, ...time }, verified, { name: actorName(tx.actor), now: tx.now() }),
      ...(input.at === undefined ? {} : { ambiguity: toJson(null) }),
      ...(removed === undefined ? {} : { removedAt: removed ? tx.now() : null }),
      version: { increment: 1 },
    };
    const changed = await tx.db.timelineEvent.updateMany({ where: { id, version }, data });
    await guardVersion(changed, async () => presentEvent(await loadEvent(tx, incident.id, id)));
    const after = presentEvent(await loadEvent(tx, incident.id, id));
    await settleSpan(tx, incident.id);
    return record(tx, {
      action: removed === true ? "timeline_event.removed" : "timeline_event.updated",
      id,
      incidentId: incident.id,
      before: presentEvent(before),
      after: input,
      answer: () => after,
    });
  });
}
