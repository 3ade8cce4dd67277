import { can, readsDraft } from "#lib/base/access/can.ts";
import type { ReviewStatus } from "#lib/base/vocabulary/review.ts";
import type { Gates, Review, ReviewRow } from "#lib/contract/review.ts";
import { SCHEMA_VERSION } from "#lib/document/schema-version.ts";
import type { Ctx } from "#server/base/kernel/context.ts";
import { toInstantOrNull, toLocalDate } from "#server/base/kernel/dates.ts";
import { incidentKeyOf, reviewKeyOf } from "#server/base/kernel/keys.ts";
import { bandOf } from "#server/incidents/incident/index.ts";
import { assistConnection } from "#server/reviews/assist-setting/index.ts";
import { readAccepted } from "./accepted.ts";
import { reviewFacts } from "./facts.ts";
import { type Progress, progressOf } from "./gates.ts";
import { loadReview } from "./load.ts";
import { publicationOf } from "./published.ts";
import { type ReviewRecord, titleNow } from "./select.ts";
import { tasksOf } from "./tasks.ts";
import { askedSectionsOf, templateOf } from "./template-of.ts";

const READY_WORDS: Partial<Record<ReviewStatus, string>> = {
  in_review: "Ready for review",
  reviewed: "Ready to be marked as reviewed",
  published: "Ready to be published",
  closed: "Ready to be closed",
};

function nextStepOf(row: ReviewRecord, gates: Gates): string {
  if (row.status === "cancelled") return "Cancelled";
  if (gates.to === null) return "None";
  const waived = (gate: Gates["gates"][number]) => gate.ok || gate.waiver !== null;
  const first = gates.gates.find((gate) => !waived(gate));
  return first ? first.detail : (READY_WORDS[gates.to] ?? "Ready for its next state");
}

const named = (row: ReviewRecord, role: "author" | "approver" | "reader") =>
  row.people.filter((person) => person.role === role).map((person) => person.user);

/** Returns a review as lists show it. */
export function presentReviewRow(ctx: Ctx, row: ReviewRecord, { gates, sections, approvals }: Progress): ReviewRow {
  const { incident } = row;
  return {
    id: row.id,
    key: reviewKeyOf(row.number),
    title: row.title,
    template: row.template,
    status: row.status,
    incident: {
      key: incidentKeyOf(incident.number),
      title: incident.title,
      severity: incident.severity,
      startedAt: incident.startedAt.toISOString(),
      band: bandOf(incident, ctx.now()),
    },
    owner: row.owner,
    facilitator: row.facilitator,
    authors: named(row, "author"),
    approvals: readsDraft(ctx.actor, reviewFacts(row)) ? approvals : [],
    dueAt: toLocalDate(row.dueAt),
    meetingOn: toLocalDate(row.meetingOn),
    publishedAt: toInstantOrNull(row.publishedAt),
    gatesOpen: gates.open,
    nextStep: nextStepOf(row, gates),
    sections,
    archived: row.archivedAt !== null,
    demo: row.demo,
    version: row.version,
  };
}

function acceptedWords(row: ReviewRecord): Review["accepted"] {
  const accepted = row.status === "draft" && row.archivedAt === null ? readAccepted(row.accepted) : null;
  if (!accepted) return null;
  const { milestones, findings, resolved } = accepted;
  return { milestones, findings: findings.length, resolved };
}

/** Returns a review as its page shows it. */
export function presentReview(
  ctx: Ctx,
  row: ReviewRecord,
  {
    publication,
    tasks,
    templateSections,
    isAssisted,
    ...progress
  }: Progress & Pick<Review, "publication" | "tasks" | "templateSections"> & { isAssisted: boolean },
): Review {
  const facts = reviewFacts(row);
  const may = (action: Exclude<keyof Review["abilities"], "assist">) => can(ctx.actor, "review", action, facts);
  return {
    ...presentReviewRow(ctx, row, progress),
    title: readsDraft(ctx.actor, facts) ? titleNow(row) : row.title,
    templateName: row.templateVersion.template.name,
    templateNumber: row.templateNumber,
    templateSections,
    tasks,
    documentId: row.documentId,
    schemaVersion: SCHEMA_VERSION,
    cancelReason: row.cancelReason,
    approvers: named(row, "approver"),
    readers: named(row, "reader"),
    createdAt: row.createdAt.toISOString(),
    accepted: acceptedWords(row),
    publication,
    abilities: {
      write: may("write"),
      comment: may("comment"),
      move: may("move"),
      setReviewed: may("setReviewed"),
      publish: may("publish"),
      approve: may("approve"),
      waive: may("waive"),
      takeUp: may("takeUp"),
      cancel: may("cancel"),
      readVersions: may("readVersions"),
      assist: isAssisted && !row.incident.restricted && may("write"),
    },
  };
}

/** Returns a review as the actor can see it. Throws `not_found` for an unknown or hidden one. */
export async function getReview(ctx: Ctx, input: { key: string }): Promise<Review> {
  const row = await loadReview(ctx, input.key);
  // What is asked tells of the records of now, which readers of the published version don't get.
  const isDraft = readsDraft(ctx.actor, reviewFacts(row));
  const [progress, publication, connection, tasks, templateSections] = await Promise.all([
    progressOf(ctx, row),
    publicationOf(ctx, row),
    assistConnection(ctx),
    tasksOf(ctx, row),
    isDraft ? askedSectionsOf(ctx, row) : templateOf(row).sections,
  ]);
  return presentReview(ctx, row, {
    ...progress,
    publication,
    tasks,
    templateSections,
    isAssisted: connection !== null,
  });
}
