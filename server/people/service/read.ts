import type { Prisma } from "#generated/prisma/client.ts";
import { notFound } from "#lib/base/errors.ts";
import type { Service, serviceContract } from "#lib/contract/service.ts";
import type { Ctx } from "#server/base/kernel/context.ts";
import { CURSORS, decodeCursor, pageFrom } from "#server/base/kernel/cursor.ts";
import type { InputOf } from "#server/base/kernel/input.ts";

export const SERVICE_SELECT = {
  id: true,
  name: true,
  description: true,
  availabilityTarget: true,
  archivedAt: true,
  proposed: true,
  version: true,
  ownerTeam: { select: { id: true, name: true } },
} satisfies Prisma.ServiceSelect;

type Row = Prisma.ServiceGetPayload<{ select: typeof SERVICE_SELECT }>;

export const presentService = ({ archivedAt, availabilityTarget, ...row }: Row): Service => ({
  ...row,
  availabilityTarget: availabilityTarget.toNumber(),
  archived: archivedAt !== null,
});

/** Returns one service. Throws `not_found`. */
export async function getService(ctx: Ctx, { id }: { id: string }): Promise<Service> {
  const row = await ctx.db.service.findUnique({ where: { id }, select: SERVICE_SELECT });
  if (!row) throw notFound();
  return presentService(row);
}

/** Returns services by name, by cursor over (name, id). */
export async function listServices(
  ctx: Ctx,
  input: InputOf<typeof serviceContract.list>,
): Promise<{ items: Service[]; nextCursor: string | null }> {
  const filters: Prisma.ServiceWhereInput[] = [];
  if (!input.includeArchived) filters.push({ archivedAt: null });
  if (input.q?.trim()) filters.push({ name: { contains: input.q.trim(), mode: "insensitive" } });
  if (input.cursor) {
    const [name, id] = decodeCursor(input.cursor, CURSORS.nameAndId);
    filters.push({ OR: [{ name: { gt: name } }, { name, id: { gt: id } }] });
  }
  const rows = await ctx.db.service.findMany({
    where: { AND: filters },
    select: SERVICE_SELECT,
    orderBy: [{ name: "asc" }, { id: "asc" }],
    take: input.limit + 1,
  });
  return pageFrom(rows, input.limit, presentService, (row) => [row.name, row.id]);
}
