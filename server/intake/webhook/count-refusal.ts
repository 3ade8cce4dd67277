import type pg from "pg";
import { utcDay } from "#lib/base/time/local-date.ts";
import type { RefusalReason } from "#lib/base/vocabulary/integration.ts";

interface Refusal {
  integrationId: string;
  reason: RefusalReason;
  at: Date;
}

interface Counter {
  counts: Map<string, { integrationId: string; day: string; reason: RefusalReason; count: number; at: Date }>;
  writing: Promise<void> | null;
}

const UPSERT = `
INSERT INTO refused_deliveries (integration_id, day, reason, count, last_at)
SELECT * FROM unnest($1::uuid[], $2::date[], $3::text[], $4::int[], $5::timestamptz[]) AS t(integration_id, day, reason, count, last_at)
ORDER BY 1, 2, 3
ON CONFLICT (integration_id, day, reason) DO UPDATE
   SET count = refused_deliveries.count + excluded.count, last_at = greatest(refused_deliveries.last_at, excluded.last_at)`;

const counters = new WeakMap<pg.Pool, Counter>();

/**
 * Counts a rejected request by day and reason, and stores nothing else. A flood of them is one statement at a time.
 */
export async function countRefusal(pool: pg.Pool, { integrationId, reason, at }: Refusal): Promise<void> {
  const counter = counters.get(pool) ?? { counts: new Map(), writing: null };
  counters.set(pool, counter);
  const day = utcDay(at);
  const key = `${integrationId} ${day} ${reason}`;
  const known = counter.counts.get(key);
  counter.counts.set(key, { integrationId, day, reason, count: (known?.count ?? 0) + 1, at });
  await (counter.writing ?? Promise.resolve()).catch(() => undefined);
  if (counter.counts.size === 0) return counter.writing ?? undefined;
  const rows = [...counter.counts.values()];
  counter.counts.clear();
  counter.writing = write(pool, rows);
  await counter.writing;
}

async function write(
  pool: pg.Pool,
  rows: { integrationId: string; day: string; reason: string; count: number; at: Date }[],
) {
  await pool.query(UPSERT, [
    rows.map((row) => row.integrationId),
    rows.map((row) => row.day),
    rows.map((row) => row.reason),
    rows.map((row) => row.count),
    rows.map((row) => row.at),
  ]);
}
