import type { ChangeEffect } from "#lib/contract/strategic-change.ts";
import { totalMinutes } from "#lib/follow/canonical-factor/condition.ts";
import { chanceOf, effectSpans, effectVerdict, type Span } from "#lib/follow/strategic-change/effect.ts";
import { DELIVERY, isDelivered } from "#lib/follow/strategic-change/transition.ts";
import type { Ctx } from "#server/base/kernel/context.ts";
import { loadCanonicalFactors, presentCanonicalFactor } from "#server/follow/canonical-factor/index.ts";
import { loadStrategicChange } from "./load.ts";

/**
 * Returns the incidents with the conditions of a change, in equal spans before work started and after the delivery, as
 * far as the actor can read them. Null before the delivery.
 */
export async function changeEffect(ctx: Ctx, { key }: { key: string }): Promise<{ effect: ChangeEffect | null }> {
  const change = await loadStrategicChange(ctx, key);
  const decisions = isDelivered(change.status)
    ? await ctx.db.changeDecision.findMany({
        where: { changeId: change.id, kind: "status" },
        orderBy: [{ at: "asc" }, { id: "asc" }],
      })
    : [];
  const delivered = decisions.findLast(
    ({ fromStatus, toStatus }) => fromStatus === DELIVERY.fromStatus && toStatus === DELIVERY.toStatus,
  );
  const started = decisions.find(({ toStatus }) => toStatus === "in_progress");
  if (!delivered || !started) return { effect: null };
  const { before, after, days } = effectSpans(
    ...([started.at.toISOString(), delivered.at.toISOString(), ctx.now().toISOString()] as const),
  );
  const conditions = await conditionsOfFactors(
    ctx,
    change.factors.map(({ factor }) => factor.id),
  );
  const incidents = new Map(
    conditions.flatMap((one) => one.incidents.filter(({ counted }) => counted).map((row) => [row.key, row])),
  );
  const within = (span: Span) => spanOf([...incidents.values()], span);
  const [earlier, later] = [within(before), within(after)];
  const counts = [earlier.incidents.length, later.incidents.length] as const;
  return {
    effect: {
      conditions: conditions.map(({ id, name }) => ({ id, name })),
      ...{ days, before: earlier, after: later, chance: chanceOf(...counts) },
      verdict: effectVerdict(...counts, days),
    },
  };
}

async function conditionsOfFactors(ctx: Ctx, factorIds: readonly string[]) {
  const rows = await loadCanonicalFactors(ctx, { factors: { some: { id: { in: [...factorIds] }, removedAt: null } } });
  return rows
    .map((row) => presentCanonicalFactor(ctx, row))
    .toSorted((one, other) => one.name.localeCompare(other.name));
}

type Seen = Awaited<ReturnType<typeof conditionsOfFactors>>[number]["incidents"][number];

function spanOf(incidents: readonly Seen[], span: Span): ChangeEffect["before"] {
  const own = incidents
    .filter(({ startedAt }) => startedAt >= span.from && startedAt < span.to)
    .toSorted((one, other) => one.startedAt.localeCompare(other.startedAt));
  return {
    ...span,
    incidents: own.map(({ key, title, startedAt }) => ({ key, title, startedAt })),
    minutes: totalMinutes(own),
  };
}
