import type { Prisma } from "#generated/prisma/client.ts";
import type { Member, memberContract } from "#lib/contract/member.ts";
import type { Ctx } from "#server/base/kernel/context.ts";
import { CURSORS, decodeCursor, pageFrom } from "#server/base/kernel/cursor.ts";
import type { InputOf } from "#server/base/kernel/input.ts";
import { MEMBER_SELECT, presentMembers } from "./present.ts";

/** Returns people by name, by cursor over (name, id). Everyone signed in can see them. */
export async function listMembers(
  ctx: Ctx,
  input: InputOf<typeof memberContract.list>,
): Promise<{ items: Member[]; nextCursor: string | null }> {
  const filters: Prisma.UserWhereInput[] = [];
  if (!input.includeDisabled) filters.push({ disabledAt: null });
  const q = input.q?.trim();
  if (q) {
    filters.push({
      OR: [{ name: { contains: q, mode: "insensitive" } }, { email: { contains: q, mode: "insensitive" } }],
    });
  }
  if (input.cursor) {
    const [name, id] = decodeCursor(input.cursor, CURSORS.nameAndId);
    filters.push({ OR: [{ name: { gt: name } }, { name, id: { gt: id } }] });
  }
  const rows = await ctx.db.user.findMany({
    where: { AND: filters },
    select: MEMBER_SELECT,
    orderBy: [{ name: "asc" }, { id: "asc" }],
    take: input.limit + 1,
  });
  const page = pageFrom(
    rows,
    input.limit,
    (row) => row,
    (row) => [row.name, row.id],
  );
  return { ...page, items: await presentMembers(ctx, page.items) };
}
