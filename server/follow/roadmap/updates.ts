import type { UpdateRow } from "#lib/contract/roadmap.ts";
import type { Ctx } from "#server/base/kernel/context.ts";
import { changeRowSelect, presentChangeRow } from "#server/follow/strategic-change/index.ts";
import { loadBook } from "#server/people/policy/index.ts";

/** Returns the changes in progress with their latest update: those without a recent one first, then the oldest. */
export async function listUpdates(ctx: Ctx): Promise<{ items: UpdateRow[] }> {
  const rows = await ctx.db.strategicChange.findMany({
    where: { archivedAt: null, status: "in_progress" },
    select: {
      ...changeRowSelect(ctx.actor),
      updates: {
        select: { body: true, plans: true, problems: true, help: true, because: true, byId: true, at: true },
        orderBy: [{ at: "desc" }, { id: "desc" }],
        take: 1,
      },
    },
    orderBy: { number: "asc" },
  });
  const ids = rows.flatMap(({ updates }) => updates.flatMap(({ byId }) => byId ?? []));
  const people = await ctx.db.user.findMany({ where: { id: { in: ids } }, select: { id: true, name: true } });
  const book = await loadBook(ctx);
  const items = rows.map((row): UpdateRow => {
    const [last] = row.updates;
    const shown = presentChangeRow(ctx, row, book);
    if (!last) return { ...shown, update: null };
    const { byId, at, because: _because, ...texts } = last;
    const by = people.find(({ id }) => id === byId)?.name ?? null;
    return { ...shown, update: { ...texts, by, at: at.toISOString() } };
  });
  return { items: items.toSorted(byNeed) };
}

function byNeed(one: UpdateRow, other: UpdateRow): number {
  if (one.stale !== other.stale) return one.stale ? -1 : 1;
  return (one.update?.at ?? "").localeCompare(other.update?.at ?? "");
}
