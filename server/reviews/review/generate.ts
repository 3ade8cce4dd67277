import type { Review as ReviewRow } from "#generated/prisma/client.ts";
import { actorId } from "#lib/base/access/actor.ts";
import { refuse } from "#lib/base/errors.ts";
import type { LocalDate } from "#lib/base/time/local-date.ts";
import { todayIn } from "#lib/base/time/today-in.ts";
import type { Review, reviewContract } from "#lib/contract/review.ts";
import type { DocumentJson } from "#lib/document/document-json.ts";
import { draft } from "#lib/reviews/review/draft/draft.ts";
import { generatedIn } from "#lib/reviews/review/draft/stale-drafts.ts";
import { authorize } from "#server/base/kernel/authorize.ts";
import type { Ctx, TxCtx } from "#server/base/kernel/context.ts";
import { fromLocalDate } from "#server/base/kernel/dates.ts";
import type { InputOf } from "#server/base/kernel/input.ts";
import { reviewKeyOf } from "#server/base/kernel/keys.ts";
import { record } from "#server/base/kernel/record.ts";
import { transact } from "#server/base/kernel/transaction.ts";
import { acceptFindings, type FindingRecords, placeFindings } from "#server/incidents/finding/index.ts";
import { incidentFacts, loadIncident } from "#server/incidents/incident/index.ts";
import { holdIncident } from "#server/incidents/timeline/index.ts";
import { dayAfter, loadBook, POLICY_INCIDENT, reviewFacts } from "#server/people/policy/index.ts";
import { chosenTemplate } from "#server/reviews/template/index.ts";
import { type Accepted, acceptMilestones } from "./accepted.ts";
import { createText, writer } from "./document.ts";
import { gatherFacts } from "./gather-facts.ts";
import { keepGenerated } from "./generated-sections.ts";
import { keepVersion } from "./keep-version.ts";
import { loadReview } from "./load.ts";
import { policyApprovers } from "./policy-approvers.ts";
import { getReview } from "./present.ts";
import { insertTasks, tellTasks } from "./tasks.ts";

/**
 * Writes a complete first draft from the curated timeline: the review and its text in one transaction. Accepted
 * milestones and findings are set first. `records` creates the records of findings.
 */
export async function generateReview(
  ctx: Ctx,
  input: InputOf<typeof reviewContract.generate>,
  records: FindingRecords,
): Promise<Review> {
  return transact(ctx, async (tx) => {
    const incident = await loadIncident(tx, input.key);
    authorize(tx, "incident", "generate", incidentFacts(incident));
    await holdIncident(tx, incident.id);
    if (incident.status === "cancelled")
      throw refuse("incident_cancelled", "This incident is cancelled. Restore it first.");
    const milestones = await acceptMilestones(tx, { id: incident.id, key: input.key }, input.accept?.milestones ?? []);
    const findings = await acceptFindings(tx, incident.id, input.accept?.findings ?? [], records);
    const settled = await loadIncident(tx, input.key);
    const { number: templateNumber, content } = await chosenTemplate(tx, input.template);
    const facts = await gatherFacts(tx, incident.id);
    const documentId = tx.newId();
    const text: DocumentJson = { type: "doc", content: draft(content.sections, facts) };
    await createText(tx, documentId, text);
    const endedOn = todayIn(incident.timeZone, deadlineFrom(settled, tx.now()));
    const { due, approverIds } = await promiseOf(tx, incident.id, endedOn);
    const { id, key } = await insertReview(tx, {
      ...{ incidentId: incident.id, documentId, template: input.template, templateNumber },
      title: input.title ?? incident.title,
      ...due,
    });
    await tx.db.reviewPerson.createMany({
      data: approverIds.map((userId) => ({ reviewId: id, userId, role: "approver" })),
    });
    await insertTasks(tx, id, content.tasks);
    await tellTasks(tx, await loadReview(tx, key), []);
    await keepGenerated(writer(tx), { reviewId: id, at: tx.now() }, generatedIn(text));
    const placed = await placeFindings(tx, incident.id, { incidentKey: input.key, reviewKey: key }, records);
    const resolved = settled.status !== incident.status;
    if (milestones.length + findings.length + placed.length > 0) {
      const accepted: Accepted = {
        milestones,
        findings,
        placed: placed.filter((one) => !findings.includes(one)),
        resolved,
      };
      await tx.db.review.update({ where: { id }, data: { accepted: { ...accepted } } });
    }
    await keepVersion(tx, await loadReview(tx, key), { kind: "status", status: "draft" });
    return record(tx, {
      action: "review.generated",
      id,
      incidentId: incident.id,
      after: {
        template: input.template,
        ...(milestones.length > 0 ? { milestones } : {}),
        ...(findings.length > 0 ? { findings: findings.length } : {}),
        ...(resolved ? { resolved } : {}),
      },
      answer: () => getReview(tx, { key }),
    });
  });
}

/** Returns what the policy of an incident says about its review: until when it is published, and who approves it. */
async function promiseOf(tx: TxCtx, id: string, endedOn: LocalDate) {
  const [book, incident] = [
    await loadBook(tx),
    await tx.db.incident.findUniqueOrThrow({ where: { id }, select: { ...POLICY_INCIDENT, restricted: true } }),
  ];
  const facts = reviewFacts(incident);
  const { publish, reviewApprovers } = book.apply(facts, null).values;
  const day = await dayAfter(tx, endedOn, publish, facts.teamIds);
  const due = { dueAt: fromLocalDate(day), dueFrom: fromLocalDate(endedOn), policyEdition: book.newest };
  // Naming someone would let them read a restricted review.
  const roles = incident.restricted ? [] : reviewApprovers;
  return { due, approverIds: await policyApprovers(tx, id, roles) };
}

/** Creates the row of a review. The person who acts is its owner and author. */
export async function insertReview(
  tx: TxCtx,
  row: Pick<ReviewRow, "incidentId" | "documentId" | "template" | "templateNumber" | "title" | "dueAt"> &
    Partial<Pick<ReviewRow, "dueFrom" | "policyEdition">>,
): Promise<{ id: string; key: string }> {
  const [id, me] = [tx.newId(), actorId(tx.actor)];
  const { number } = await tx.db.review.create({
    data: {
      ...{ id, ...row },
      ownerId: me,
      createdById: me,
      createdAt: tx.now(),
      ...(me ? { people: { create: { userId: me, role: "author" } } } : {}),
    },
    select: { number: true },
  });
  return { id, key: reviewKeyOf(number) };
}

/** Deadlines count from the end of the incident, or from its entry if it was entered afterwards. */
function deadlineFrom({ resolvedAt, createdAt }: { resolvedAt: Date | null; createdAt: Date }, now: Date): Date {
  if (resolvedAt === null) return now;
  return resolvedAt > createdAt ? resolvedAt : createdAt;
}
