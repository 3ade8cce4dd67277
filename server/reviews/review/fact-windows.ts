import { sharesOf } from "#lib/incidents/impact/union.ts";
import type { ReviewFacts } from "#lib/reviews/review/draft/facts.ts";
import { toInstantOrNull } from "#server/base/kernel/dates.ts";
import { toImpactWindow } from "#server/incidents/incident/index.ts";

type WindowRow = Parameters<typeof toImpactWindow>[0] & { serviceId: string; service: { name: string } };

/** Returns the windows that count, for a draft. Those covered by stronger ones are left out. */
export function factWindows(rows: readonly WindowRow[], now: Date): ReviewFacts["windows"] {
  const byService = Map.groupBy(rows, (row) => row.serviceId);
  const frame = { nowMs: now.getTime() };
  return [...byService.values()].flatMap((own) => {
    const shares = sharesOf(own.map(toImpactWindow), frame);
    return own
      .filter(({ id }) => shares.get(id)?.covered !== true)
      .map(({ service, fromAt, toAt, weight, basis }) => ({
        service: service.name,
        from: fromAt.toISOString(),
        to: toInstantOrNull(toAt),
        weight: weight.toNumber(),
        basis,
      }));
  });
}
