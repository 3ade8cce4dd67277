import type { Prisma } from "#generated/prisma/client.ts";
import type { Actor } from "#lib/base/access/actor.ts";
import { can } from "#lib/base/access/can.ts";
import { notFound } from "#lib/base/errors.ts";
import type { Factor, factorContract } from "#lib/contract/factor.ts";
import { factorHoles } from "#lib/reviews/review/factor-holes.ts";
import type { Ctx } from "#server/base/kernel/context.ts";
import type { InputOf } from "#server/base/kernel/input.ts";
import { actionKeyOf, changeKeyOf, incidentKeyOf, reviewKeyOf } from "#server/base/kernel/keys.ts";
import { authorizeDraft, loadReviewHead, reviewFacts, reviewVisibleTo } from "#server/reviews/review/index.ts";
import { type FactorRecord, factorSelect } from "./select.ts";

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
function presentFactor(ctx: Ctx, row: FactorRecord): Factor {
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

/** The factors that an actor can read: those of the reviews they can read. */
export const factorVisibleTo = (actor: Actor): Prisma.FactorWhereInput => ({ review: reviewVisibleTo(actor) });

/** Returns one factor as the actor can see it, or throws `not_found`. */
export async function loadFactor(ctx: Ctx, id: string): Promise<FactorRecord> {
  const row = await ctx.db.factor.findFirst({
    where: { AND: [{ id }, factorVisibleTo(ctx.actor)] },
    select: factorSelect(ctx.actor),
  });
  if (!row) throw notFound();
  return row;
}

export const getFactor = async (ctx: Ctx, id: string): Promise<Factor> => presentFactor(ctx, await loadFactor(ctx, id));

/**
 * Returns the contributing factors of a review in their order, without removed ones. Throws `forbidden` for those who can
 * only read its published version, which contains them as they were.
 */
export async function listFactors(ctx: Ctx, input: InputOf<typeof factorContract.list>): Promise<{ items: Factor[] }> {
  const review = await loadReviewHead(ctx, input.key);
  authorizeDraft(ctx, reviewFacts(review));
  const rows = await ctx.db.factor.findMany({
    where: { reviewId: review.id, removedAt: null, ...(input.explains ? { explains: { has: input.explains } } : {}) },
    select: factorSelect(ctx.actor),
    orderBy: [{ position: "asc" }, { number: "asc" }],
  });
  return { items: rows.map((row) => presentFactor(ctx, row)) };
}
