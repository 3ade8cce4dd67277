import type { DeliveryRow } from "#lib/contract/integration.ts";
import { outcomeWords, readOutcome } from "#lib/intake/integration/outcome.ts";
import type { Ctx } from "#server/base/kernel/context.ts";
import { toInstantOrNull } from "#server/base/kernel/dates.ts";
import { incidentKeyOf, numberOfKey } from "#server/base/kernel/keys.ts";
import { incidentVisibleTo } from "#server/incidents/incident/index.ts";
import { TEST_HEADER } from "#server/intake/hook/index.ts";
import type { DeliveryRecord } from "./select.ts";

/** Deliveries as rows. Incidents that the reader may not see are left out of them. */
export async function presentDeliveries(ctx: Ctx, rows: readonly DeliveryRecord[]): Promise<DeliveryRow[]> {
  const outcomes = rows.map(({ outcome }) => readOutcome(outcome));
  const visible = await visibleKeys(ctx, new Set(outcomes.flatMap(({ incidents }) => incidents)));
  const sizes = await sizesOf(ctx, rows);
  return rows.map((row, index) => {
    const outcome = outcomes[index] ?? readOutcome(null);
    const { title, created, known, rejected, unassigned, ignored } = outcome;
    const incidents = outcome.incidents.filter((key) => visible.has(key));
    return {
      id: row.id,
      receivedAt: row.receivedAt.toISOString(),
      processedAt: toInstantOrNull(row.processedAt),
      state: row.state,
      title,
      summary: outcomeWords({ state: row.state, outcome, incidents, error: row.error }),
      created,
      known,
      rejected,
      unassigned,
      ignored,
      incidents,
      size: sizes.get(row.id) ?? 0,
      answeredInMs: row.answeredInMs,
      times: row.times,
      attempts: row.attempts,
      error: row.error,
      test: typeof row.headers === "object" && row.headers !== null && TEST_HEADER in row.headers,
    };
  });
}

export async function visibleKeys(ctx: Ctx, keys: ReadonlySet<string>): Promise<Set<string>> {
  if (keys.size === 0) return new Set();
  const rows = await ctx.db.incident.findMany({
    where: { AND: [{ number: { in: [...keys].map(numberOfKey) } }, incidentVisibleTo(ctx.actor)] },
    select: { number: true },
  });
  return new Set(rows.map(({ number }) => incidentKeyOf(number)));
}

async function sizesOf(ctx: Ctx, rows: readonly { id: string }[]): Promise<Map<string, number>> {
  const sizes = await ctx.db.$queryRaw<{ id: string; size: number }[]>`
    SELECT id, octet_length(body)::int AS size FROM delivery WHERE id = ANY(${rows.map(({ id }) => id)}::uuid[])`;
  return new Map(sizes.map(({ id, size }) => [id, size]));
}
