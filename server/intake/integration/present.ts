import { needsYou } from "#lib/base/vocabulary/integration.ts";
import type { IntegrationRow } from "#lib/contract/integration.ts";
import { hookSourceNamed } from "#lib/intake/integration/hook-sources.ts";
import { toInstantOrNull } from "#server/base/kernel/dates.ts";
import type { Figures } from "./figures.ts";
import type { IntegrationRecord } from "./select.ts";
import { silentDaysOf, stateOf } from "./state-of.ts";

/** A row of the list, with its week. */
export function presentRow(row: IntegrationRecord, figures: Figures, now: Date): IntegrationRow {
  const state = stateOf({ ...row, ...figures, now });
  const known = hookSourceNamed(row.source);
  return {
    id: row.id,
    source: row.source,
    label: known?.label ?? row.source,
    letter: known?.letter ?? row.source.charAt(0).toUpperCase(),
    name: row.name,
    state,
    needsYou: needsYou(state),
    days: figures.days,
    lastDeliveryAt: toInstantOrNull(figures.lastDeliveryAt),
    refusedToday: figures.refusedToday,
    silentDays: silentDaysOf(figures.lastDeliveryAt, now),
    failed: figures.failed,
    waiting: figures.waiting,
    service: row.service,
    demo: row.demo,
    version: row.version,
  };
}
