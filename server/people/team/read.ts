import type { Prisma } from "#generated/prisma/client.ts";
import { notFound } from "#lib/base/errors.ts";
import type { Team, teamContract } from "#lib/contract/team.ts";
import type { Ctx } from "#server/base/kernel/context.ts";
import { CURSORS, decodeCursor, pageFrom } from "#server/base/kernel/cursor.ts";
import type { InputOf } from "#server/base/kernel/input.ts";

export const TEAM_SELECT = {
  id: true,
  name: true,
  archivedAt: true,
  version: true,
  manager: { select: { id: true, name: true } },
  parent: { select: { id: true, name: true } },
  members: {
    where: { user: { disabledAt: null } },
    select: { user: { select: { id: true, name: true } } },
    orderBy: { user: { name: "asc" } },
  },
} satisfies Prisma.TeamSelect;

type Row = Prisma.TeamGetPayload<{ select: typeof TEAM_SELECT }>;

export const presentTeam = ({ archivedAt, members, ...row }: Row): Team => ({
  ...row,
  members: members.map(({ user }) => user),
  archived: archivedAt !== null,
});

/** Returns one team. Throws `not_found`. */
export async function getTeam(ctx: Ctx, { id }: { id: string }): Promise<Team> {
  const row = await ctx.db.team.findUnique({ where: { id }, select: TEAM_SELECT });
  if (!row) throw notFound();
  return presentTeam(row);
}

/** Returns teams by name, by cursor over (name, id). */
export async function listTeams(
  ctx: Ctx,
  input: InputOf<typeof teamContract.list>,
): Promise<{ items: Team[]; nextCursor: string | null }> {
  const filters: Prisma.TeamWhereInput[] = [];
  if (!input.includeArchived) filters.push({ archivedAt: null });
  if (input.q?.trim()) filters.push({ name: { contains: input.q.trim(), mode: "insensitive" } });
  if (input.cursor) {
    const [name, id] = decodeCursor(input.cursor, CURSORS.nameAndId);
    filters.push({ OR: [{ name: { gt: name } }, { name, id: { gt: id } }] });
  }
  const rows = await ctx.db.team.findMany({
    where: { AND: filters },
    select: TEAM_SELECT,
    orderBy: [{ name: "asc" }, { id: "asc" }],
    take: input.limit + 1,
  });
  return pageFrom(rows, input.limit, presentTeam, (row) => [row.name, row.id]);
}
