import { can } from "#lib/base/access/can.ts";
import { forbidden, notFound } from "#lib/base/errors.ts";
import type { EventNote, evidenceContract } from "#lib/contract/evidence.ts";
import { authorize } from "#server/base/kernel/authorize.ts";
import type { Ctx, TxCtx } from "#server/base/kernel/context.ts";
import { guardVersion } from "#server/base/kernel/guard-version.ts";
import type { InputOf } from "#server/base/kernel/input.ts";
import { record } from "#server/base/kernel/record.ts";
import { transact } from "#server/base/kernel/transaction.ts";
import { incidentFacts } from "#server/incidents/incident/index.ts";
import { findIncident } from "#server/incidents/timeline/index.ts";
import { evidenceChanged } from "./evidence-changed.ts";
import { NOTE_SELECT, type NoteRow, presentNote } from "./evidence-row.ts";

type Input = InputOf<typeof evidenceContract.changeNote>;

async function loadNote(tx: TxCtx, incidentId: string, id: string): Promise<NoteRow> {
  const row = await tx.db.eventNote.findFirst({ where: { id, event: { incidentId } }, select: NOTE_SELECT });
  if (!row) throw notFound();
  return row;
}

/** Changes, removes or restores one's own note. */
export async function changeNote(ctx: Ctx, input: Input): Promise<EventNote> {
  return transact(ctx, async (tx) => {
    const incident = await findIncident(tx, input.key);
    authorize(tx, "incident", "curate", incidentFacts(incident));
    const note = await loadNote(tx, incident.id, input.id);
    if (!can(tx.actor, "note", input.body === undefined ? "remove" : "edit", note))
      throw forbidden("Only its author can change a note");
    const { id, version, body, removed } = input;
    const read = async () => presentNote(await loadNote(tx, incident.id, id), tx);
    const changed = await tx.db.eventNote.updateMany({
      where: { id, version },
      data: {
        ...(body === undefined ? {} : { body, editedAt: tx.now() }),
        ...(removed === undefined ? {} : { removedAt: removed ? tx.now() : null }),
        version: { increment: 1 },
      },
    });
    await guardVersion(changed, read);
    const change = evidenceChanged({
      verb: removed === undefined ? "note_edited" : removed ? "note_taken_off" : "note_put_back",
      incidentId: incident.id,
      eventId: note.eventId,
    });
    return record(tx, { ...change, answer: read });
  });
}
