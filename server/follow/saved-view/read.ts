import type { Prisma } from "#generated/prisma/client.ts";
import type { UserActor } from "#lib/base/access/actor.ts";
import { can } from "#lib/base/access/can.ts";
import type { SavedViewFacts } from "#lib/base/access/facts.ts";
import { notFound } from "#lib/base/errors.ts";
import { VIEW_SCOPES, type ViewScope } from "#lib/base/vocabulary/saved-view.ts";
import type { SavedView, savedViewContract } from "#lib/contract/saved-view.ts";
import { readQuery, type TrackerQuery } from "#lib/follow/action-item/query/query.ts";
import { authorizeSelf } from "#server/base/kernel/authorize.ts";
import type { Ctx } from "#server/base/kernel/context.ts";
import type { InputOf } from "#server/base/kernel/input.ts";
import { countQueries } from "#server/follow/action-item/index.ts";
import { readerDay } from "#server/people/calendar/index.ts";

const SELECT = {
  id: true,
  name: true,
  scope: true,
  ownerId: true,
  teamId: true,
  team: { select: { id: true, name: true, managerId: true } },
  query: true,
  removedAt: true,
  version: true,
} satisfies Prisma.SavedViewSelect;
type Row = Prisma.SavedViewGetPayload<{ select: typeof SELECT }>;

/** A person has at most this many, and sees as many of their teams and of those for everyone. */
export const MOST_VIEWS = 100;

export const viewFacts = ({ scope, ownerId, teamId, team }: Row): SavedViewFacts => ({
  scope,
  ownerId,
  teamId,
  managerId: team?.managerId ?? null,
});

/** The views that a person can see. Equals `can(actor, "savedView", "read", …)` over every row. */
const visibleTo = ({ id, teamIds }: UserActor): Prisma.SavedViewWhereInput => ({
  OR: [
    { scope: "everybody" },
    { scope: "mine", ownerId: id },
    { scope: "team", teamId: { in: [...teamIds] } },
    { scope: "team", team: { managerId: id } },
  ],
});

/** Returns the query of a view, or null for one with a field that no longer exists. */
function queryOf({ query }: Pick<Row, "query">): TrackerQuery | null {
  try {
    return readQuery(query);
  } catch {
    return null;
  }
}

const present = (ctx: Ctx, row: Row, count: number | null): SavedView => ({
  id: row.id,
  name: row.name,
  scope: row.scope,
  team: row.team && { id: row.team.id, name: row.team.name },
  query: row.query,
  count,
  removed: row.removedAt !== null,
  version: row.version,
  abilities: { edit: can(ctx.actor, "savedView", "edit", viewFacts(row)) },
});

/** Returns the views that the person can see, by scope and name, with the number of actions that they can read. */
export async function listSavedViews(
  ctx: Ctx,
  { today, counted }: InputOf<typeof savedViewContract.list>,
): Promise<{ items: SavedView[]; defaultId: string | null }> {
  const actor = authorizeSelf(ctx, "read");
  const ofScope = (scope: ViewScope) =>
    ctx.db.savedView.findMany({
      where: { AND: [{ removedAt: null, scope }, visibleTo(actor)] },
      select: SELECT,
      orderBy: [{ name: "asc" }, { id: "asc" }],
      take: MOST_VIEWS,
    });
  const rows = (await Promise.all(VIEW_SCOPES.map(ofScope))).flat();
  const counts = counted !== false ? await countQueries(ctx, rows.map(queryOf), today ?? (await readerDay(ctx))) : [];
  const chosen = await ctx.db.viewDefault.findUnique({ where: { userId: actor.id } });
  return {
    items: rows.map((row, at) => present(ctx, row, counts[at] ?? null)),
    defaultId: rows.find(({ id }) => id === chosen?.viewId)?.id ?? null,
  };
}

/** Returns a view as the person can see it, including a removed one. Throws `not_found`. */
export async function loadView(ctx: Ctx, id: string): Promise<Row> {
  const actor = authorizeSelf(ctx, "read");
  const row = await ctx.db.savedView.findFirst({ where: { AND: [{ id }, visibleTo(actor)] }, select: SELECT });
  if (!row) throw notFound();
  return row;
}

/** Returns one view with its count. Throws `not_found`. */
export async function getSavedView(ctx: Ctx, id: string): Promise<SavedView> {
  const row = await loadView(ctx, id);
  const [count = null] = await countQueries(ctx, [queryOf(row)], await readerDay(ctx));
  return present(ctx, row, count);
}

/** Returns the query of a view that isn't removed. Throws `not_found`. */
export async function queryOfView(ctx: Ctx, id: string): Promise<{ name: string; query: TrackerQuery }> {
  const row = await loadView(ctx, id);
  const query = row.removedAt === null ? queryOf(row) : null;
  if (query === null) throw notFound();
  return { name: row.name, query };
}
