import { utcDay } from "#lib/base/time/local-date.ts";
import { DAY_MS } from "#lib/base/time/spans.ts";
import type { Integration } from "#lib/contract/integration.ts";
import type { Ctx } from "#server/base/kernel/context.ts";
import { TEST_HEADER } from "#server/intake/webhook/index.ts";

const DAYS = 7;

export interface Figures {
  days: Integration["days"];
  firstDeliveryAt: Date | null;
  lastDeliveryAt: Date | null;
  lastRefusedAt: Date | null;
  refusedToday: number;
  receivedIn7Days: number;
  refusedIn7Days: number;
  becameEvents: number;
  knownAlready: number;
  failed: number;
  waiting: number;
}

interface Counted {
  id: string;
  day: string;
  received: number;
  created: number;
  known: number;
}
interface Ends {
  id: string;
  first: Date;
  last: Date;
  failed: number;
}

/** Returns the figures of integrations, by id. Tests sent from here don't count. Days are in UTC. */
export async function loadFigures(ctx: Ctx, ids: readonly string[]): Promise<Map<string, Figures>> {
  const now = ctx.now();
  const days = Array.from({ length: DAYS }, (_, index) =>
    utcDay(new Date(now.getTime() - (DAYS - 1 - index) * DAY_MS)),
  );
  const from = new Date(`${days[0]}T00:00:00.000Z`);
  const wanted = [...ids];
  const counted = await ctx.db.$queryRaw<Counted[]>`
    SELECT integration_id AS id, to_char(received_at AT TIME ZONE 'UTC', 'YYYY-MM-DD') AS day, count(*)::int AS received,
           coalesce(sum((outcome->>'created')::int), 0)::int AS created, coalesce(sum((outcome->>'known')::int), 0)::int AS known
      FROM delivery WHERE integration_id = ANY(${wanted}::uuid[]) AND received_at >= ${from} AND NOT headers ? ${TEST_HEADER}
     GROUP BY 1, 2`;
  const ends = await ctx.db.$queryRaw<Ends[]>`
    SELECT integration_id AS id, min(received_at) AS first, max(received_at) AS last,
           (count(*) FILTER (WHERE state = 'failed'))::int AS failed
      FROM delivery WHERE integration_id = ANY(${wanted}::uuid[]) AND NOT headers ? ${TEST_HEADER} GROUP BY 1`;
  const refused = await ctx.db.refusedDeliveries.findMany({
    where: { integrationId: { in: wanted }, day: { gte: from } },
  });
  const waiting = await ctx.db.incomingEvent.groupBy({
    by: ["integrationId"],
    where: { integrationId: { in: wanted }, state: "waiting" },
    _count: { _all: true },
  });
  return new Map(
    wanted.map((id) => {
      const mine = counted.filter((row) => row.id === id);
      const end = ends.find((row) => row.id === id);
      const refusals = refused.filter((row) => row.integrationId === id);
      const refusedOn = (day: string) =>
        sum(refusals.filter((row) => utcDay(row.day) === day).map(({ count }) => count));
      const figures: Figures = {
        days: days.map((day) => ({
          day,
          received: mine.find((row) => row.day === day)?.received ?? 0,
          refused: refusedOn(day),
        })),
        firstDeliveryAt: end?.first ?? null,
        lastDeliveryAt: end?.last ?? null,
        lastRefusedAt: refusals.map(({ lastAt }) => lastAt).toSorted((a, b) => b.getTime() - a.getTime())[0] ?? null,
        refusedToday: refusedOn(utcDay(now)),
        receivedIn7Days: sum(mine.map(({ received }) => received)),
        refusedIn7Days: sum(refusals.map(({ count }) => count)),
        becameEvents: sum(mine.map(({ created }) => created)),
        knownAlready: sum(mine.map(({ known }) => known)),
        failed: end?.failed ?? 0,
        waiting: waiting.find((row) => row.integrationId === id)?._count._all ?? 0,
      };
      return [id, figures];
    }),
  );
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);
