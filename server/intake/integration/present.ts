import { DAY_MS } from "#lib/base/time/spans.ts";
import { type IntegrationState, needsYou, SILENT_AFTER_DAYS } from "#lib/base/vocabulary/integration.ts";
import type { IntegrationRow } from "#lib/contract/integration.ts";
import { hookSourceNamed } from "#lib/intake/integration/hook-sources.ts";
import { toInstantOrNull } from "#server/base/kernel/dates.ts";
import type { Figures } from "./figures.ts";
import type { IntegrationRecord } from "./select.ts";

interface StateFacts {
  archivedAt: Date | null;
  pausedAt: Date | null;
  lastDeliveryAt: Date | null;
  lastRefusedAt: Date | null;
  now: Date;
}

const silentDaysOf = (lastDeliveryAt: Date | null, now: Date): number | null =>
  lastDeliveryAt === null ? null : Math.max(0, Math.floor((now.getTime() - lastDeliveryAt.getTime()) / DAY_MS));

/**
 * Returns the state of an integration. Rejected: the last request within a day was rejected. A later valid delivery
 * ends it.
 */
function stateOf({ archivedAt, pausedAt, lastDeliveryAt, lastRefusedAt, now }: StateFacts): IntegrationState {
  if (archivedAt !== null) return "archived";
  if (pausedAt !== null) return "paused";
  const isRecent = lastRefusedAt !== null && now.getTime() - lastRefusedAt.getTime() < DAY_MS;
  if (isRecent && (lastDeliveryAt === null || lastRefusedAt > lastDeliveryAt)) return "refused";
  const silentDays = silentDaysOf(lastDeliveryAt, now);
  if (silentDays === null) return "never";
  return silentDays >= SILENT_AFTER_DAYS ? "silent" : "receiving";
}

/** Returns a row of the list, with the figures of its week. */
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
