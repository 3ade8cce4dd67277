import { can } from "#lib/base/access/can.ts";
import type { Factor } from "#lib/contract/factor.ts";
import { factorHoles } from "#lib/reviews/review/factor-holes.ts";
import type { Ctx } from "#server/base/kernel/context.ts";
import { actionKeyOf, changeKeyOf, incidentKeyOf, reviewKeyOf } from "#server/base/kernel/keys.ts";
import { reviewFacts } from "#server/reviews/review/index.ts";
import type { FactorRecord } from "./select.ts";

function holesOf(row: FactorRecord): Factor["holes"] {
  const { lacksEvidence, lacksAnswer } = factorHoles({
    role: row.role,
    status: row.status,
    acceptedReason: row.acceptedReason,
    evidenceForCount: row.evidence.filter(({ stance }) => stance === "for").length,
    actions: row.actions.map(({ actionItem }) => actionItem),
    changes: row.changes.map(({ change }) => change),
  });
  return [
    ...(lacksEvidence ? [{ code: "no_evidence" as const, message: "No evidence yet" }] : []),
    ...(lacksAnswer
      ? [
          {
            code: "no_answer" as const,
            message: "Not addressed yet. Add an action or a strategic change, or explain why nothing will be done.",
          },
        ]
      : []),
  ];
}

/** Returns a factor as the API sends it. */
export function presentFactor(ctx: Ctx, row: FactorRecord): Factor {
  return {
    id: row.id,
    number: row.number,
    reviewKey: reviewKeyOf(row.review.number),
    incidentKey: incidentKeyOf(row.incident.number),
    statement: row.statement,
    detail: row.detail,
    role: row.role,
    domains: row.domains,
    explains: row.explains,
    actedBy: row.actedBy,
    status: row.status,
    acceptedReason: row.acceptedReason,
    evidence: row.evidence.map(({ stance, event }) => ({
      eventId: event.id,
      number: event.number,
      title: event.title,
      stance,
    })),
    actions: row.actions.map(({ actionItem }) => ({
      key: actionKeyOf(actionItem.number),
      title: actionItem.title,
      status: actionItem.status,
    })),
    changes: row.changes.map(({ change }) => ({
      key: changeKeyOf(change.number),
      title: change.title,
      status: change.status,
    })),
    condition: row.canonicalFactor,
    holes: holesOf(row),
    threadId: row.threadId,
    removed: row.removedAt !== null,
    version: row.version,
    abilities: { edit: can(ctx.actor, "factor", "edit", { review: reviewFacts(row.review) }) },
  };
}
