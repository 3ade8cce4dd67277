import type { FixQuestion, factorContract } from "#lib/contract/factor.ts";
import { questionState } from "#lib/follow/action-item/question-state.ts";
import type { Ctx } from "#server/base/kernel/context.ts";
import { toInstantOrNull } from "#server/base/kernel/dates.ts";
import type { InputOf } from "#server/base/kernel/input.ts";
import { actionKeyOf } from "#server/base/kernel/keys.ts";
import { actionItemVisibleTo } from "#server/follow/action-item/index.ts";
import { loadReviewHead, STATED_FACTOR, statedFactors } from "#server/reviews/review/index.ts";

/**
 * Returns the verified actions that the factors of a review ask about again, because an earlier incident had the same
 * condition. Of a published review, readers get those of the factors that its published version has.
 */
export async function listFixQuestions(
  ctx: Ctx,
  { key }: InputOf<typeof factorContract.questions>,
): Promise<{ items: FixQuestion[] }> {
  const review = await loadReviewHead(ctx, key);
  const rows = await ctx.db.actionRecurrence.findMany({
    where: {
      withdrawnAt: null,
      factor: { reviewId: review.id, removedAt: null },
      actionItem: { AND: [{ archivedAt: null }, actionItemVisibleTo(ctx.actor)] },
    },
    select: {
      at: true,
      factor: { select: { ...STATED_FACTOR, incident: { select: { startedAt: true } } } },
      actionItem: {
        select: {
          ...{ number: true, title: true, status: true, verifiedAt: true },
          effectAnswers: { select: { answer: true, at: true }, orderBy: [{ at: "asc" }, { id: "asc" }] },
          transitions: { where: { toStatus: "verified" }, select: { at: true }, orderBy: { at: "asc" } },
        },
      },
    },
    orderBy: [{ factor: { number: "asc" } }, { actionItem: { number: "asc" } }],
  });
  const stated = await statedFactors(
    ctx,
    rows.map(({ factor }) => factor),
  );
  const readable = new Set(stated.map(({ id }) => id));
  return {
    items: rows.flatMap(({ at: askedAt, factor, actionItem }): FixQuestion[] => {
      const { number, title, status, verifiedAt, effectAnswers: answers, transitions } = actionItem;
      const { startedAt } = factor.incident;
      const before = transitions.findLast(({ at }) => at < startedAt)?.at ?? verifiedAt;
      if (!readable.has(factor.id) || before === null) return [];
      const { state, last } = questionState({ status, verifiedAt, startedAt, askedAt, answers });
      return [
        {
          ...{ factorId: factor.id, key: actionKeyOf(number), title, state },
          verifiedAt: before.toISOString(),
          answer: last?.answer ?? null,
          answeredAt: toInstantOrNull(last?.at ?? null),
        },
      ];
    }),
  };
}
