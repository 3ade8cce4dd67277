import type { OutboxTopic } from "#server/base/kernel/outbox.ts";
import type { TestDatabase } from "./test-database.ts";

/** Returns the payloads that `run` left in the outbox under a topic, in order. */
export async function outboxOf(database: TestDatabase, topic: OutboxTopic, run: () => Promise<unknown>) {
  const [last] = await database.prisma.outboxEvent.findMany({ orderBy: { id: "desc" }, take: 1 });
  await run();
  const rows = await database.prisma.outboxEvent.findMany({
    where: { topic, id: { gt: last?.id ?? 0n } },
    orderBy: { id: "asc" },
  });
  return rows.map(({ payload }) => payload);
}
