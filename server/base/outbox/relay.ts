import type { PrismaClient } from "#generated/prisma/client.ts";
import type { OutboxTopic, OutboxTopics } from "#server/base/kernel/outbox.ts";

/** What to do for a topic, once, with another try when it throws. A topic without one needs no relay: it is only heard. */
export type OutboxHandlers = { [Topic in OutboxTopic]?: (payload: OutboxTopics[Topic]) => Promise<void> };

const AT_ONCE = 50;
/** With the pauses below, a mail server may be away for eight hours. */
const MOST_ATTEMPTS = 12;

interface Row {
  id: bigint;
  topic: string;
  payload: unknown;
  attempts: number;
}

/**
 * Handles what waits in the outbox, in order, and answers how many rows it settled. Rows are locked while they are handled,
 * so several processes share the work. After a failure a row waits longer each time; its last error is kept.
 */
export async function relayOutbox(prisma: PrismaClient, handlers: OutboxHandlers): Promise<number> {
  return prisma.$transaction(
    async (tx) => {
      const rows = await tx.$queryRaw<Row[]>`
        select id, topic, payload, attempts from outbox_event
         where processed_at is null and attempts < ${MOST_ATTEMPTS}
           and created_at <= now() - make_interval(secs => case attempts when 0 then 0 else 15 * power(2, attempts) end)
         order by id limit ${AT_ONCE} for update skip locked`;
      for (const row of rows) {
        const failure = await attempt(row, handlers);
        await tx.outboxEvent.update({
          where: { id: row.id },
          data: failure === null ? { processedAt: new Date() } : { attempts: row.attempts + 1, lastError: failure },
        });
      }
      return rows.length;
    },
    { maxWait: 5000, timeout: 120_000 },
  );
}

async function attempt(row: Row, handlers: OutboxHandlers): Promise<string | null> {
  const handle = handlers[row.topic as OutboxTopic] as ((payload: unknown) => Promise<void>) | undefined;
  try {
    await handle?.(row.payload);
    return null;
  } catch (error) {
    return (error instanceof Error ? error.message : String(error)).slice(0, 1000);
  }
}

/** Removes settled rows after a week; the audit trail keeps what happened. Answers how many. */
export async function forgetSettled(prisma: PrismaClient): Promise<number> {
  return prisma.$executeRaw`delete from outbox_event where processed_at < now() - interval '7 days'`;
}
