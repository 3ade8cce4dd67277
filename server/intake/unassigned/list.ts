import type { Prisma } from "#generated/prisma/client.ts";
import { can } from "#lib/base/access/can.ts";
import { forbidden } from "#lib/base/errors.ts";
import type { incomingContract, ListedIncoming } from "#lib/contract/unassigned.ts";
import type { Ctx } from "#server/base/kernel/context.ts";
import { CURSORS, decodeCursor, pageFrom } from "#server/base/kernel/cursor.ts";
import type { InputOf } from "#server/base/kernel/input.ts";
import { candidatesFor } from "./candidates.ts";
import { INCOMING_SELECT, type IncomingRecord, incomingVisibleTo, presentIncoming } from "./incoming-row.ts";

/** Throws `forbidden` for those who can't curate, because unassigned events are for those who settle them. */
export function authorizeInbox(ctx: Ctx): void {
  if (!can(ctx.actor, "incomingEvent", "read", { incident: null })) throw forbidden();
}

/** Returns events from integrations, newest first, by cursor over (receivedAt, id). */
export async function listIncoming(
  ctx: Ctx,
  input: InputOf<typeof incomingContract.list>,
): Promise<{ items: ListedIncoming[]; nextCursor: string | null }> {
  authorizeInbox(ctx);
  const filters: Prisma.IncomingEventWhereInput[] = [{ state: input.state }, incomingVisibleTo(ctx.actor)];
  if (input.serviceId) filters.push({ serviceId: input.serviceId });
  if (input.withoutService) filters.push({ serviceId: null });
  if (input.integrationId) filters.push({ integrationId: input.integrationId });
  if (input.cursor) {
    const [at, id] = decodeCursor(input.cursor, CURSORS.instantAndId);
    const receivedAt = new Date(at);
    filters.push({ OR: [{ receivedAt: { lt: receivedAt } }, { receivedAt, id: { gt: id } }] });
  }
  const rows = await ctx.db.incomingEvent.findMany({
    where: { AND: filters },
    select: INCOMING_SELECT,
    orderBy: [{ receivedAt: "desc" }, { id: "asc" }],
    take: input.limit + 1,
  });
  const serviceIds = rows.flatMap(({ service, state }) => (service && state === "waiting" ? [service.id] : []));
  const candidates = await candidatesFor(ctx, [...new Set(serviceIds)]);
  const present = (row: IncomingRecord): ListedIncoming => ({
    ...presentIncoming(row),
    candidate: (row.state === "waiting" && row.service && candidates.get(row.service.id)) || null,
  });
  return pageFrom(rows, input.limit, present, (row) => [row.receivedAt.toISOString(), row.id]);
}
