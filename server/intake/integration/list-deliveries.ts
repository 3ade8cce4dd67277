import type { Prisma } from "#generated/prisma/client.ts";
import type { DeliveryRow, integrationContract } from "#lib/contract/integration.ts";
import type { Ctx } from "#server/base/kernel/context.ts";
import { CURSORS, decodeCursor, pageFrom } from "#server/base/kernel/cursor.ts";
import type { InputOf } from "#server/base/kernel/input.ts";
import { authorizeIntegration, DELIVERY_SELECT } from "./integration-row.ts";
import { presentDeliveries } from "./present-delivery.ts";

/** Returns deliveries of an integration, newest first, by cursor over (receivedAt, id). */
export async function listDeliveries(
  ctx: Ctx,
  input: InputOf<typeof integrationContract.deliveries>,
): Promise<{ items: DeliveryRow[]; nextCursor: string | null }> {
  await authorizeIntegration(ctx, input.id);
  const filters: Prisma.DeliveryWhereInput[] = [{ integrationId: input.id }];
  if (input.state) filters.push({ state: input.state });
  if (input.cursor) {
    const [at, id] = decodeCursor(input.cursor, CURSORS.instantAndId);
    const receivedAt = new Date(at);
    filters.push({ OR: [{ receivedAt: { lt: receivedAt } }, { receivedAt, id: { gt: id } }] });
  }
  const rows = await ctx.db.delivery.findMany({
    where: { AND: filters },
    select: DELIVERY_SELECT,
    orderBy: [{ receivedAt: "desc" }, { id: "asc" }],
    take: input.limit + 1,
  });
  const page = pageFrom(
    rows,
    input.limit,
    (row) => row,
    (row) => [row.receivedAt.toISOString(), row.id],
  );
  return { items: await presentDeliveries(ctx, page.items), nextCursor: page.nextCursor };
}
