import type { Prisma } from "#generated/prisma/client.ts";
import { itemOf } from "#lib/across/notification/item-of.ts";
import { notFound } from "#lib/base/errors.ts";
import { DELIVERY_STATES, type DeliveryState } from "#lib/base/vocabulary/message-delivery.ts";
import type { Delivery, deliveryContract } from "#lib/contract/delivery.ts";
import { authorizeGlobally } from "#server/base/kernel/authorize.ts";
import type { Ctx } from "#server/base/kernel/context.ts";
import { CURSORS, decodeCursor, pageFrom } from "#server/base/kernel/cursor.ts";
import { toInstantOrNull } from "#server/base/kernel/dates.ts";
import type { InputOf } from "#server/base/kernel/input.ts";

const SELECT = {
  ...{ id: true, state: true, kind: true, href: true, incidentId: true, tries: true, error: true },
  ...{ nextTryAt: true, createdAt: true, settledAt: true },
  user: { select: { name: true } },
  channel: { select: { name: true } },
} satisfies Prisma.MessageDeliverySelect;
type Row = Prisma.MessageDeliveryGetPayload<{ select: typeof SELECT }>;

const keyOf = (href: string) => itemOf(href)?.split("/").at(-1) ?? null;

/** Returns deliveries without a word of what they say. The items of restricted incidents have no key. */
async function present({ db }: Ctx, rows: readonly Row[]): Promise<Delivery[]> {
  const ids = rows.flatMap(({ incidentId }) => incidentId ?? []);
  const found = await db.incident.findMany({ where: { id: { in: ids }, restricted: true }, select: { id: true } });
  const hidden = new Set(found.map(({ id }) => id));
  return rows.map(({ user, channel, state, href, incidentId, nextTryAt, createdAt, settledAt, ...row }) => {
    const restricted = incidentId !== null && hidden.has(incidentId);
    return {
      ...{ ...row, way: channel ? "channel" : "mail", to: channel?.name ?? user?.name ?? "" },
      ...{ item: restricted ? null : keyOf(href), restricted, state: state as DeliveryState },
      ...{ nextTryAt: toInstantOrNull(nextTryAt), createdAt: createdAt.toISOString() },
      settledAt: toInstantOrNull(settledAt),
    };
  });
}

/** Returns what was sent out of Afterword, newest first, and how many of each state. For admins. */
export async function listDeliveries(ctx: Ctx, { cursor, limit, state }: InputOf<typeof deliveryContract.list>) {
  authorizeGlobally(ctx, "settings.manage");
  const [at, after] = cursor ? decodeCursor(cursor, CURSORS.instantAndId) : [null, ""];
  const createdAt = new Date(at ?? 0);
  const older = at === null ? {} : { OR: [{ createdAt: { lt: createdAt } }, { createdAt, id: { lt: after } }] };
  const [rows, counted] = await Promise.all([
    ctx.db.messageDelivery.findMany({
      where: { AND: [state ? { state } : {}, older] },
      select: SELECT,
      orderBy: [{ createdAt: "desc" }, { id: "desc" }],
      take: limit + 1,
    }),
    ctx.db.messageDelivery.groupBy({ by: ["state"], _count: true }),
  ]);
  const countOf = (one: DeliveryState) => counted.find((row) => row.state === one)?._count ?? 0;
  const counts = Object.fromEntries(DELIVERY_STATES.map((one) => [one, countOf(one)])) as Record<DeliveryState, number>;
  const page = pageFrom(
    await present(ctx, rows),
    limit,
    (row) => row,
    (row) => [row.createdAt, row.id],
  );
  return { ...page, counts };
}

/** Returns an entry of the delivery log. Throws `not_found` for an unknown one. */
export async function getDelivery(ctx: Ctx, id: string): Promise<Delivery> {
  const row = await ctx.db.messageDelivery.findUnique({ where: { id }, select: SELECT });
  const [delivery] = row ? await present(ctx, [row]) : [];
  if (!delivery) throw notFound();
  return delivery;
}
