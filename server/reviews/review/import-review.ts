import { refuse } from "#lib/base/errors.ts";
import type { DocumentNode } from "#lib/document/document-json.ts";
import { importedText } from "#lib/reviews/review/draft/imported.ts";
import { authorize } from "#server/base/kernel/authorize.ts";
import type { TxCtx } from "#server/base/kernel/context.ts";
import { record } from "#server/base/kernel/record.ts";
import { transact } from "#server/base/kernel/transaction.ts";
import { acceptFindings, type FindingRecords, placeFindings } from "#server/incidents/finding/index.ts";
import { incidentFacts, loadIncident } from "#server/incidents/incident/index.ts";
import { holdIncident } from "#server/incidents/timeline/index.ts";
import { chosenTemplate } from "#server/reviews/template/index.ts";
import { createText } from "./document.ts";
import { insertReview } from "./generate.ts";
import { keepVersion } from "./keep-version.ts";
import { loadReview } from "./load.ts";
import { insertTasks } from "./tasks.ts";

interface ImportedReview {
  incidentKey: string;
  /** Slug of the template whose sections its headings are matched with. */
  template: string;
  title: string;
  /** The file that it is made from. */
  filename: string;
  /** Findings that become records. `true`: all without a doubt. */
  findings: true | readonly string[];
  /** Returns its text. It is called once the review exists, so it can have pictures. */
  write(reviewKey: string): Promise<DocumentNode[]>;
}

/** Creates a review from a write-up. It has no deadline, because the incident was reviewed before. */
export async function importReview(
  tx: TxCtx,
  { incidentKey, template, title, filename, findings, write }: ImportedReview,
  records: FindingRecords,
): Promise<{ id: string; key: string }> {
  return transact(tx, async (inner) => {
    const incident = await loadIncident(inner, incidentKey);
    authorize(inner, "incident", "generate", incidentFacts(incident));
    await holdIncident(inner, incident.id);
    if (incident.status === "cancelled")
      throw refuse("incident_cancelled", "This incident is cancelled. Restore it first.");
    const documentId = inner.newId();
    const { number: templateNumber, content: chosen } = await chosenTemplate(inner, template);
    const row = { incidentId: incident.id, documentId, template, templateNumber, title, dueAt: null };
    const { id, key } = await insertReview(inner, row);
    await insertTasks(inner, id, chosen.tasks);
    const content = importedText(chosen.sections, await write(key), incidentKey);
    await createText(inner, documentId, { type: "doc", content });
    const accepted = await acceptFindings(inner, incident.id, findings, records);
    await placeFindings(inner, incident.id, { incidentKey, reviewKey: key }, records);
    await keepVersion(inner, await loadReview(inner, key), { kind: "status", status: "draft" });
    return record(inner, {
      action: "review.imported",
      id,
      incidentId: incident.id,
      after: { template, title, filename, findings: accepted.length },
      answer: () => ({ id, key }),
    });
  });
}
