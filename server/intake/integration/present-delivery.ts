import type { DeliveryRow } from "#lib/contract/integration.ts";
import { type Outcome, outcomeWords, readOutcome } from "#lib/intake/delivery/outcome.ts";
import type { Ctx } from "#server/base/kernel/context.ts";
import { toInstantOrNull } from "#server/base/kernel/dates.ts";
import { incidentKeyOf, numberOfKey } from "#server/base/kernel/keys.ts";
import { incidentHiddenFrom, incidentVisibleTo } from "#server/incidents/incident/index.ts";
import { TEST_HEADER } from "#server/intake/webhook/index.ts";
import type { DeliveryRecord } from "./integration-row.ts";

/** Returns deliveries as rows, without the text of those that added something to an incident hidden from the reader. */
export async function presentDeliveries(ctx: Ctx, rows: readonly DeliveryRecord[]): Promise<DeliveryRow[]> {
  const outcomes = rows.map(({ outcome }) => readOutcome(outcome));
  const visible = await visibleKeys(ctx, new Set(outcomes.flatMap(({ incidents }) => incidents)));
  const hidden = await hiddenAmong(ctx, rows, outcomes);
  const sizes = await sizesOf(ctx, rows);
  return rows.map((row, index) => {
    const isHidden = hidden.has(row.id);
    const whole = outcomes[index] ?? readOutcome(null);
    const outcome = isHidden ? { ...whole, title: null, reasons: [] } : whole;
    const error = isHidden && row.error !== null ? "Couldn't process the delivery." : row.error;
    const { title, created, known, rejected, unassigned, ignored } = outcome;
    const incidents = outcome.incidents.filter((key) => visible.has(key));
    return {
      id: row.id,
      receivedAt: row.receivedAt.toISOString(),
      processedAt: toInstantOrNull(row.processedAt),
      state: row.state,
      title,
      summary: outcomeWords({ state: row.state, outcome, incidents, error }),
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
      error,
      test: typeof row.headers === "object" && row.headers !== null && TEST_HEADER in row.headers,
      hidden: isHidden,
    };
  });
}

/** Returns deliveries that added something, by a rule or a person, to an incident that the reader can't see. */
async function hiddenAmong(
  ctx: Ctx,
  rows: readonly DeliveryRecord[],
  outcomes: readonly Outcome[],
): Promise<ReadonlySet<string>> {
  const unseen = incidentHiddenFrom(ctx.actor);
  const numbers = [...new Set(outcomes.flatMap(({ incidents }) => incidents))].map(numberOfKey);
  const [named, placed] = await Promise.all([
    ctx.db.incident.findMany({ where: { ...unseen, number: { in: numbers } }, select: { number: true } }),
    ctx.db.incomingEvent.findMany({
      where: { deliveryId: { in: rows.map(({ id }) => id) }, timelineEvent: { incident: unseen } },
      select: { deliveryId: true },
      distinct: ["deliveryId"],
    }),
  ]);
  const secret = new Set(named.map(({ number }) => incidentKeyOf(number)));
  const byRule = rows.filter((_, index) => outcomes[index]?.incidents.some((key) => secret.has(key)));
  return new Set([...byRule.map(({ id }) => id), ...placed.flatMap(({ deliveryId }) => deliveryId ?? [])]);
}

/** Returns those of the keys whose incidents the actor can read. */
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
