import { z } from "zod";
import type { Prisma } from "#generated/prisma/client.ts";
import { actorId } from "#lib/base/access/actor.ts";
import { quarter, type StrategicChangeRow, type strategicChangeContract } from "#lib/contract/strategic-change.ts";
import type { Ctx } from "#server/base/kernel/context.ts";
import { cursorNumber, decodeCursor, pageFrom } from "#server/base/kernel/cursor.ts";
import type { InputOf } from "#server/base/kernel/input.ts";
import { numberOfKey } from "#server/base/kernel/keys.ts";
import { strategicChangeVisibleTo } from "./load.ts";
import { presentChangeRow } from "./present.ts";
import { changeRowSelect } from "./select.ts";

type Input = InputOf<typeof strategicChangeContract.list>;
type Where = Prisma.StrategicChangeWhereInput;

const PLACE = z.tuple([quarter.nullable(), cursorNumber]);

/** Strategic changes by target quarter, those without one last, by cursor over (quarter, number). */
export async function listStrategicChanges(
  ctx: Ctx,
  input: Input,
): Promise<{ items: StrategicChangeRow[]; nextCursor: string | null }> {
  const rows = await ctx.db.strategicChange.findMany({
    where: { AND: [strategicChangeVisibleTo(ctx.actor), ...filtersOf(ctx, input), ...afterOf(input.cursor)] },
    select: changeRowSelect(ctx.actor),
    orderBy: [{ targetQuarter: { sort: "asc", nulls: "last" } }, { number: "asc" }],
    take: input.limit + 1,
  });
  return pageFrom(
    rows,
    input.limit,
    (row) => presentChangeRow(ctx, row),
    (row) => [row.targetQuarter, row.number],
  );
}

function filtersOf({ actor }: Ctx, input: Input): Where[] {
  const me = actorId(actor) ?? { in: [] };
  const q = input.q?.trim();
  const words = q ? { contains: q.replace(/[\\%_]/g, "\\$&"), mode: "insensitive" as const } : null;
  const asKey = q && /^sc-\d+$/i.test(q) ? [{ number: numberOfKey(q) }] : [];
  return [
    input.archived ? { archivedAt: { not: null } } : { archivedAt: null },
    ...(input.status ? [{ status: { in: input.status } }] : []),
    ...(input.health ? [{ health: { in: input.health } }] : []),
    ...(input.targetQuarter ? [{ targetQuarter: { in: input.targetQuarter } }] : []),
    ...(input.mine ? [{ OR: [{ ownerId: me }, { sponsorId: me }] }] : []),
    ...(words ? [{ OR: [{ title: words }, { problem: words }, ...asKey] }] : []),
  ];
}

function afterOf(cursor: string | undefined): Where[] {
  if (cursor === undefined) return [];
  const [targetQuarter, number] = decodeCursor(cursor, PLACE);
  const behind = { number: { gt: number } };
  if (targetQuarter === null) return [{ targetQuarter: null, ...behind }];
  return [{ OR: [{ targetQuarter: { gt: targetQuarter } }, { targetQuarter, ...behind }, { targetQuarter: null }] }];
}
