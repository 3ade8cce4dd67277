import { Prisma } from "#generated/prisma/client.ts";
import type { TxCtx } from "#server/base/kernel/context.ts";

export interface ClaimedDelivery {
  id: string;
  integrationId: string;
  source: string;
  contentType: string | null;
  headers: unknown;
  body: Uint8Array;
  receivedAt: Date;
}

const MOST = 100;
const MOST_BYTES = 8 * 1024 * 1024;
/** With the pauses below, the last attempt is four hours after the delivery. */
const MOST_ATTEMPTS = 10;

interface Light {
  id: string;
  size: number;
}

/**
 * Locks pending deliveries, the oldest first and at most some megabytes, without those of other workers. `ids`: only
 * these. `isForced`: in any state.
 */
export async function claimDeliveries(
  tx: TxCtx,
  ids: readonly string[] | null,
  isForced: boolean,
): Promise<ClaimedDelivery[]> {
  const unsettled = isForced ? Prisma.empty : Prisma.sql`AND d.processed_at IS NULL AND d.attempts < ${MOST_ATTEMPTS}`;
  const which =
    ids === null
      ? Prisma.sql`d.state IN ('received', 'failed') AND d.processed_at IS NULL AND d.attempts < ${MOST_ATTEMPTS}
          AND d.received_at <= ${tx.now()}::timestamptz - make_interval(secs => CASE d.attempts WHEN 0 THEN 0 ELSE 15 * power(2, d.attempts) END)`
      : Prisma.sql`d.id = ANY(${[...ids]}::uuid[]) ${unsettled}`;
  const light = await tx.db.$queryRaw<Light[]>`
    SELECT d.id, octet_length(d.body) AS size FROM delivery d WHERE ${which}
     ORDER BY d.received_at, d.id LIMIT ${MOST} FOR UPDATE SKIP LOCKED`;
  let bytes = 0;
  const taken = light.filter(({ size }, index) => {
    bytes += size;
    return index === 0 || bytes <= MOST_BYTES;
  });
  const rows = await tx.db.delivery.findMany({
    where: { id: { in: taken.map(({ id }) => id) } },
    select: {
      id: true,
      integrationId: true,
      contentType: true,
      headers: true,
      body: true,
      receivedAt: true,
      integration: { select: { source: true } },
    },
    orderBy: [{ receivedAt: "asc" }, { id: "asc" }],
  });
  return rows.map(({ integration, ...row }) => ({ ...row, source: integration.source }));
}
