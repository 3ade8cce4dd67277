import { actorId } from "#lib/base/access/actor.ts";
import type { EventNote, evidenceContract } from "#lib/contract/evidence.ts";
import { authorize } from "#server/base/kernel/authorize.ts";
import type { Ctx } from "#server/base/kernel/context.ts";
import type { InputOf } from "#server/base/kernel/input.ts";
import { record } from "#server/base/kernel/record.ts";
import { transact } from "#server/base/kernel/transaction.ts";
import { incidentFacts } from "#server/incidents/incident/index.ts";
import { findIncident, loadEvent } from "#server/incidents/timeline/index.ts";
import { evidenceChanged } from "./evidence-changed.ts";
import { NOTE_SELECT, presentNote } from "./evidence-row.ts";

/** Adds a note to an event. */
export async function addNote(ctx: Ctx, input: InputOf<typeof evidenceContract.addNote>): Promise<EventNote> {
  return transact(ctx, async (tx) => {
    const incident = await findIncident(tx, input.key);
    authorize(tx, "incident", "curate", incidentFacts(incident));
    const event = await loadEvent(tx, incident.id, input.eventId);
    const row = await tx.db.eventNote.create({
      data: {
        id: tx.newId(),
        eventId: event.id,
        body: input.body,
        authorId: actorId(tx.actor),
        createdAt: tx.now(),
      },
      select: NOTE_SELECT,
    });
    const change = evidenceChanged({ verb: "note_added", incidentId: incident.id, eventId: event.id });
    return record(tx, { ...change, answer: () => presentNote(row, tx) });
  });
}
