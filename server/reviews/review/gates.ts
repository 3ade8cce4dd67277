import type { Gates } from "#lib/contract/review.ts";
import { checkGates, openGates } from "#lib/reviews/review/gates.ts";
import { nextReviewStatus } from "#lib/reviews/review/status.ts";
import type { Ctx } from "#server/base/kernel/context.ts";
import { gateFacts } from "./gate-facts.ts";
import { loadReview } from "./load.ts";
import type { ReviewRecord } from "./select.ts";

/** What stands between a review and its next status, with the waivers given. */
export async function gatesOf(ctx: Ctx, row: ReviewRecord): Promise<Gates> {
  const to = nextReviewStatus(row.status);
  if (to === null) return { to, gates: [], open: 0 };
  const gates = checkGates(to, await gateFacts(ctx, row));
  const waivers = new Map(row.waivers.map((waiver) => [waiver.gate, waiver]));
  const people = await ctx.db.user.findMany({
    where: { id: { in: row.waivers.flatMap((waiver) => waiver.waivedById ?? []) } },
    select: { id: true, name: true },
  });
  return {
    to,
    gates: gates.map(({ code, label, ok, detail }) => {
      const waiver = waivers.get(code);
      const by = people.find((person) => person.id === waiver?.waivedById)?.name ?? null;
      return {
        code,
        label,
        ok,
        detail,
        waiver: waiver ? { reason: waiver.reason, by, at: waiver.waivedAt.toISOString() } : null,
      };
    }),
    open: openGates(gates, [...waivers.keys()]).length,
  };
}

export const reviewGates = async (ctx: Ctx, input: { key: string }): Promise<Gates> =>
  gatesOf(ctx, await loadReview(ctx, input.key));
