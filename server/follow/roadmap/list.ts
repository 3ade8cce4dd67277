import type { RoadmapRow, roadmapContract } from "#lib/contract/roadmap.ts";
import type { Ctx } from "#server/base/kernel/context.ts";
import { pageFrom } from "#server/base/kernel/cursor.ts";
import { inOrderOf } from "#server/base/kernel/find-ids.ts";
import type { InputOf } from "#server/base/kernel/input.ts";
import { findChangeIds, placeOfChange } from "#server/follow/strategic-change/index.ts";
import { loadBook } from "#server/people/policy/index.ts";
import { presentRoadmapRow, roadmapSelect } from "./row.ts";

/** Changes that are planned, worked on or waiting. Delivered and declined changes have left the roadmap. */
const ON_ROADMAP = ["proposed", "funded", "in_progress", "deferred"] as const;

/** Returns the changes on the roadmap by target quarter, by cursor like their list. */
export async function listRoadmap(
  ctx: Ctx,
  { limit, cursor, mine }: InputOf<typeof roadmapContract.list>,
): Promise<{ items: RoadmapRow[]; nextCursor: string | null }> {
  const ids = await findChangeIds(ctx, { limit, cursor, mine, status: [...ON_ROADMAP], archived: false });
  const rows = await ctx.db.strategicChange.findMany({
    where: { id: { in: ids } },
    select: roadmapSelect(ctx.actor),
  });
  const book = await loadBook(ctx);
  return pageFrom(inOrderOf(ids, rows), limit, (row) => presentRoadmapRow(ctx, row, book), placeOfChange);
}
