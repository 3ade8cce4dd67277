import { notFound } from "#lib/base/errors.ts";
import type { Attachment, evidenceContract } from "#lib/contract/evidence.ts";
import { authorize } from "#server/base/kernel/authorize.ts";
import type { Ctx } from "#server/base/kernel/context.ts";
import { given } from "#server/base/kernel/given.ts";
import { guardVersion } from "#server/base/kernel/guard-version.ts";
import type { InputOf } from "#server/base/kernel/input.ts";
import { record } from "#server/base/kernel/record.ts";
import { transact } from "#server/base/kernel/transaction.ts";
import { incidentFacts } from "#server/incidents/incident/index.ts";
import { findIncident } from "#server/incidents/timeline/index.ts";
import { evidenceChanged } from "./evidence-changed.ts";
import { ATTACHMENT_SELECT, presentAttachment } from "./evidence-row.ts";

/** Renames, removes or restores evidence. */
export async function changeEvidence(ctx: Ctx, input: InputOf<typeof evidenceContract.change>): Promise<Attachment> {
  return transact(ctx, async (tx) => {
    const incident = await findIncident(tx, input.key);
    authorize(tx, "incident", "curate", incidentFacts(incident));
    const { id, version, title, removed } = input;
    const read = async () => {
      const row = await tx.db.attachment.findFirst({
        where: { id, incidentId: incident.id },
        select: ATTACHMENT_SELECT,
      });
      if (!row) throw notFound();
      return presentAttachment(row, input.key);
    };
    const before = await read();
    const changed = await tx.db.attachment.updateMany({
      where: { id, version },
      data: {
        ...given({ title }),
        ...(removed === undefined ? {} : { removedAt: removed ? tx.now() : null }),
        importId: null,
        version: { increment: 1 },
      },
    });
    await guardVersion(changed, read);
    const change = evidenceChanged({
      verb: removed === undefined ? "evidence_renamed" : removed ? "evidence_taken_off" : "evidence_put_back",
      incidentId: incident.id,
      eventId: before.eventId,
      before: { title: before.title, removed: before.removed },
      after: { title: title ?? before.title, removed: removed ?? before.removed },
    });
    return record(tx, { ...change, answer: read });
  });
}
