import type { Prisma } from "#generated/prisma/client.ts";
import { notFound } from "#lib/base/errors.ts";
import { DAY_MS } from "#lib/base/time/spans.ts";
import { type IntegrationState, needsYou } from "#lib/base/vocabulary/integration.ts";
import type { IntegrationRow } from "#lib/contract/integration.ts";
import { hookSourceNamed } from "#lib/intake/integration/hook-sources.ts";
import { SILENT_AFTER_DAYS } from "#lib/intake/integration/limits.ts";
import { authorizeGlobally } from "#server/base/kernel/authorize.ts";
import type { Ctx } from "#server/base/kernel/context.ts";
import { toInstantOrNull } from "#server/base/kernel/dates.ts";
import type { Figures } from "./figures.ts";

export const INTEGRATION_SELECT = {
  id: true,
  source: true,
  name: true,
  key: true,
  pausedAt: true,
  archivedAt: true,
  demo: true,
  version: true,
  createdAt: true,
  service: { select: { id: true, name: true } },
  createdBy: { select: { id: true, name: true } },
} satisfies Prisma.IntegrationSelect;

export type IntegrationRecord = Prisma.IntegrationGetPayload<{ select: typeof INTEGRATION_SELECT }>;

export const DELIVERY_SELECT = {
  id: true,
  state: true,
  contentType: true,
  headers: true,
  answeredInMs: true,
  times: true,
  attempts: true,
  outcome: true,
  error: true,
  receivedAt: true,
  processedAt: true,
} satisfies Prisma.DeliverySelect;

export type DeliveryRecord = Prisma.DeliveryGetPayload<{ select: typeof DELIVERY_SELECT }>;

/** Returns one integration, for admins. Throws `forbidden`, `not_found`. */
export async function authorizeIntegration(ctx: Ctx, id: string): Promise<IntegrationRecord> {
  authorizeGlobally(ctx, "integration.manage");
  const row = await ctx.db.integration.findUnique({ where: { id }, select: INTEGRATION_SELECT });
  if (!row) throw notFound();
  return row;
}

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
