import { type IntegrationState, SILENT_AFTER_DAYS } from "#lib/base/vocabulary/integration.ts";

export interface StateFacts {
  archivedAt: Date | null;
  pausedAt: Date | null;
  lastDeliveryAt: Date | null;
  lastRefusedAt: Date | null;
  now: Date;
}

const DAY_MS = 86_400_000;

export const silentDaysOf = (lastDeliveryAt: Date | null, now: Date): number | null =>
  lastDeliveryAt === null ? null : Math.max(0, Math.floor((now.getTime() - lastDeliveryAt.getTime()) / DAY_MS));

/** How an integration is. Refused: what came last, within a day, was refused; a later delivery that is right ends it. */
export function stateOf({ archivedAt, pausedAt, lastDeliveryAt, lastRefusedAt, now }: StateFacts): IntegrationState {
  if (archivedAt !== null) return "archived";
  if (pausedAt !== null) return "paused";
  const isRecent = lastRefusedAt !== null && now.getTime() - lastRefusedAt.getTime() < DAY_MS;
  if (isRecent && (lastDeliveryAt === null || lastRefusedAt > lastDeliveryAt)) return "refused";
  const silentDays = silentDaysOf(lastDeliveryAt, now);
  if (silentDays === null) return "never";
  return silentDays >= SILENT_AFTER_DAYS ? "silent" : "receiving";
}
