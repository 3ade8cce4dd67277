import { prisma } from "#server/base/db/client.ts";
import type { OutboxTopics } from "#server/base/kernel/outbox.ts";

type Change = OutboxTopics["record.changed"];

const MOST = 200;
/** A change has the time at which its transaction recorded it, and is visible only after the commit. */
const COMMITTED_WITHIN_MS = 10_000;

/**
 * Returns what changed since a page was rendered, or wasn't committed then, one change per record, the newest 200.
 * `since` is the server's clock in ms from the page. Empty for anything else.
 */
export async function changesSince(since: string | null): Promise<Change[]> {
  const from = Number(since);
  if (!Number.isFinite(from) || from <= 0) return [];
  const rows = await prisma().outboxEvent.findMany({
    where: { topic: "record.changed" },
    select: { payload: true, createdAt: true },
    orderBy: { id: "desc" },
    take: MOST,
  });
  const changes = rows
    .filter(({ createdAt }) => createdAt.getTime() >= from - COMMITTED_WITHIN_MS)
    .map(({ payload }) => payload);
  return [
    ...new Map((changes as unknown as Change[]).map((change) => [`${change.noun}:${change.id}`, change])).values(),
  ];
}
