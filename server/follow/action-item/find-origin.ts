import { invalid } from "#lib/base/errors.ts";
import type { Ctx } from "#server/base/kernel/context.ts";
import { numberOfKey } from "#server/base/kernel/keys.ts";
import { incidentVisibleTo } from "#server/incidents/incident/index.ts";
import { reviewVisibleTo } from "#server/reviews/review/index.ts";

interface Given {
  incidentKey?: string | undefined;
  reviewKey?: string | undefined;
  factorIds: readonly string[];
}

/** Where an action comes from; the highest severity reached decides its policy. */
export interface Origin {
  incidentId: string | null;
  reviewId: string | null;
  severity: number | null;
}

const INCIDENT = { select: { id: true, highestSeverity: true } } as const;
const NOWHERE: Origin = { incidentId: null, reviewId: null, severity: null };

/** The incident and review of a new action: as named, else those of its first factor. Throws `invalid` for hidden ones. */
export async function findOrigin(ctx: Ctx, { incidentKey, reviewKey, factorIds }: Given): Promise<Origin> {
  const firstFactorId = factorIds[0];
  const isOfReview = reviewKey
    ? { number: numberOfKey(reviewKey) }
    : firstFactorId && !incidentKey
      ? { factors: { some: { id: firstFactorId } } }
      : null;
  if (isOfReview) {
    const review = await ctx.db.review.findFirst({
      where: { AND: [isOfReview, reviewVisibleTo(ctx.actor)] },
      select: { id: true, incident: { select: { ...INCIDENT.select, number: true } } },
    });
    if (!review) throw invalid(reviewKey ? "reviewKey" : "factorIds", "There is no such review");
    if (incidentKey && numberOfKey(incidentKey) !== review.incident.number)
      throw invalid("incidentKey", `${reviewKey} is a review of another incident; leave one of the two out`);
    return { incidentId: review.incident.id, reviewId: review.id, severity: review.incident.highestSeverity };
  }
  if (!incidentKey) return NOWHERE;
  const incident = await ctx.db.incident.findFirst({
    where: { AND: [{ number: numberOfKey(incidentKey) }, incidentVisibleTo(ctx.actor)] },
    ...INCIDENT,
  });
  if (!incident) throw invalid("incidentKey", `There is no ${incidentKey}`);
  return { incidentId: incident.id, reviewId: null, severity: incident.highestSeverity };
}
