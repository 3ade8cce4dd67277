import { createHash } from "node:crypto";
import { actorId } from "#lib/access/actor.ts";
import type { ImportRecord } from "#lib/contract/import.ts";
import { incidentFacts } from "#server/incident/index.ts";
import { audit } from "#server/kernel/audit.ts";
import { authorize } from "#server/kernel/authorize.ts";
import type { Ctx } from "#server/kernel/context.ts";
import { toJson } from "#server/kernel/json.ts";
import { emit } from "#server/kernel/outbox.ts";
import { transact } from "#server/kernel/transaction.ts";
import { findIncident, reserveNumbers } from "#server/timeline/index.ts";
import { loadImport } from "./load.ts";
import { countPlan, identitiesOf, planImport } from "./plan.ts";
import { presentImport } from "./present.ts";
import { type ImportInput, readInput } from "./read-input.ts";
import { storedEvents } from "./stored-events.ts";
import { writePlan } from "./write-plan.ts";

const REJECTS_KEPT = 2000;

/** Imports a source at once: new events are written, known ones left alone, rejects kept with line and reason. */
export async function createImport(ctx: Ctx, input: ImportInput): Promise<ImportRecord> {
  const seen = await findIncident(ctx, input.key);
  authorize(ctx, "incident", "curate", incidentFacts(seen));
  const { filename, bytes, parsed } = await readInput(input);
  return transact(ctx, async (tx) => {
    const incident = await findIncident(tx, input.key);
    authorize(tx, "incident", "curate", incidentFacts(incident));
    const firstNumber = await reserveNumbers(tx, incident.id);
    const identities = identitiesOf(parsed.format, parsed.events, input.zone);
    const plan = planImport(parsed.events, identities, await storedEvents(tx, incident.id, parsed.format, identities));
    const counts = { ...countPlan(plan), rejected: parsed.rejects.length, context: parsed.context.length };
    const id = tx.newId();
    await tx.db.import.create({
      data: {
        id,
        incidentId: incident.id,
        filename,
        format: parsed.format,
        label: parsed.label,
        zone: input.zone ?? null,
        contentHash: createHash("sha256").update(bytes).digest("hex"),
        ...counts,
        rejects: toJson(parsed.rejects.slice(0, REJECTS_KEPT)) as object,
        createdById: actorId(tx.actor),
        createdAt: tx.now(),
      },
    });
    await writePlan(tx, plan, {
      incidentId: incident.id,
      importId: id,
      format: parsed.format,
      letter: parsed.letter,
      firstNumber,
    });
    await audit(tx, {
      action: "import.created",
      noun: "import",
      nounId: id,
      incidentId: incident.id,
      after: { filename, format: parsed.format, ...counts },
    });
    await emit(tx, "record.changed", { noun: "timeline", id: incident.id, incidentId: incident.id });
    return presentImport(await loadImport(tx, incident.id, id));
  });
}
