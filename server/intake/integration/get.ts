import { utcDay } from "#lib/base/time/local-date.ts";
import { DAY_MS } from "#lib/base/time/spans.ts";
import { REFUSAL_REASONS, REFUSAL_WORDS } from "#lib/base/vocabulary/integration.ts";
import type { Integration } from "#lib/contract/integration.ts";
import { hookPath } from "#lib/intake/integration/hook-sources.ts";
import type { Ctx } from "#server/base/kernel/context.ts";
import { toInstantOrNull } from "#server/base/kernel/dates.ts";
import { loadFigures } from "./figures.ts";
import { authorizeIntegration, presentRow } from "./integration-row.ts";
import { testRefusal } from "./test-refusal.ts";

const REFUSAL_DAYS = 30;
const wordsOf = (reason: string) => {
  const known = REFUSAL_REASONS.find((one) => one === reason);
  return known ? REFUSAL_WORDS[known] : reason;
};

export interface OneIntegration {
  id: string;
  /** Public origin of this server, for the URL to paste. */
  origin: string;
}

/** Returns one integration with its figures. Throws `forbidden`, `not_found`. */
export async function getIntegration(ctx: Ctx, { id, origin }: OneIntegration): Promise<Integration> {
  const row = await authorizeIntegration(ctx, id);
  const now = ctx.now();
  const figures = (await loadFigures(ctx, [id])).get(id);
  if (!figures) throw new Error("an integration without figures");
  const [secrets, refusals, rules, inboxes] = await Promise.all([
    ctx.db.integrationSecret.findMany({
      where: { integrationId: id, OR: [{ expiresAt: null }, { expiresAt: { gt: now } }] },
      select: { id: true, hint: true, createdAt: true, expiresAt: true },
      orderBy: [{ expiresAt: { sort: "desc", nulls: "first" } }, { createdAt: "desc" }],
    }),
    ctx.db.refusedDeliveries.findMany({
      where: { integrationId: id, lastAt: { gte: new Date(now.getTime() - REFUSAL_DAYS * DAY_MS) } },
      orderBy: [{ lastAt: "desc" }],
    }),
    ctx.db.routingRule.count({ where: { integrationId: id } }),
    waitingByService(ctx, id),
  ]);
  const path = hookPath(row.source, row.key);
  return {
    ...presentRow(row, figures, now),
    path,
    url: origin + path,
    createdAt: row.createdAt.toISOString(),
    createdBy: row.createdBy,
    firstDeliveryAt: toInstantOrNull(figures.firstDeliveryAt),
    receivedIn7Days: figures.receivedIn7Days,
    refusedIn7Days: figures.refusedIn7Days,
    becameEvents: figures.becameEvents,
    knownAlready: figures.knownAlready,
    waitingServices: inboxes,
    secrets: secrets.map(({ createdAt, expiresAt, ...secret }) => ({
      ...secret,
      createdAt: createdAt.toISOString(),
      expiresAt: toInstantOrNull(expiresAt),
      current: expiresAt === null,
    })),
    refusals: refusals.map(({ day, reason, count, lastAt }) => ({
      day: utcDay(day),
      reason,
      words: wordsOf(reason),
      count,
      lastAt: lastAt.toISOString(),
    })),
    rules,
    testRefusal:
      testRefusal(
        row,
        secrets.some(({ expiresAt }) => expiresAt === null),
      )?.words ?? null,
  };
}

async function waitingByService(ctx: Ctx, integrationId: string): Promise<Integration["waitingServices"]> {
  const groups = await ctx.db.incomingEvent.groupBy({
    by: ["serviceId"],
    where: { integrationId, state: "waiting" },
    _count: { _all: true },
  });
  const ids = groups.flatMap(({ serviceId }) => serviceId ?? []);
  const services = await ctx.db.service.findMany({ where: { id: { in: ids } }, select: { id: true, name: true } });
  return groups
    .map(({ serviceId, _count }) => ({
      service: services.find(({ id }) => id === serviceId) ?? null,
      count: _count._all,
    }))
    .toSorted((a, b) => b.count - a.count);
}
