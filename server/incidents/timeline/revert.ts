import { z } from "zod";
import { Prisma } from "#generated/prisma/client.ts";
import { refuse } from "#lib/base/errors.ts";
import { EVENT_KINDS } from "#lib/base/vocabulary/event-kinds.ts";
import { TimelineEvent } from "#lib/contract/timeline.ts";
import { authorize } from "#server/base/kernel/authorize.ts";
import type { Ctx } from "#server/base/kernel/context.ts";
import { guardVersion } from "#server/base/kernel/guard-version.ts";
import { record } from "#server/base/kernel/record.ts";
import { transact } from "#server/base/kernel/transaction.ts";
import { incidentFacts, settleSpan } from "#server/incidents/incident/index.ts";
import { findIncident, loadEvent, presentEvent } from "./event-row.ts";
import { moveClocks } from "./move-clocks.ts";

const Kind = z.enum(EVENT_KINDS);

/** Restores what the source said. Throws `rule` if no one edited the event. */
export async function revertEvent(
  ctx: Ctx,
  input: { key: string; id: string; version: number },
): Promise<TimelineEvent> {
  return transact(ctx, async (tx) => {
    const incident = await findIncident(tx, input.key);
    authorize(tx, "incident", "curate", incidentFacts(incident));
    const before = await loadEvent(tx, incident.id, input.id);
    const original = TimelineEvent.shape.original.parse(before.original);
    if (!original) throw refuse("not_edited", "This event already matches its source. There is nothing to restore.");
    const at = original.at === null ? null : new Date(original.at);
    const read = async () => presentEvent(await loadEvent(tx, incident.id, input.id));
    const changed = await tx.db.timelineEvent.updateMany({
      where: { id: input.id, version: input.version },
      data: {
        title: original.title,
        body: original.body,
        kind: Kind.parse(original.kind),
        at,
        endAt: original.endAt === null ? null : new Date(original.endAt),
        precision: at === null ? "unknown" : before.precision === "unknown" ? "minute" : before.precision,
        original: Prisma.DbNull,
        version: { increment: 1 },
      },
    });
    await guardVersion(changed, read);
    // The clock of its source may have moved while the event had a time from a person.
    await moveClocks(tx, incident.id, before.sourceType);
    await settleSpan(tx, incident.id);
    return record(tx, {
      action: "timeline_event.reverted",
      id: input.id,
      incidentId: incident.id,
      before: presentEvent(before),
      answer: read,
    });
  });
}
