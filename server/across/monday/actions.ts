import { type Monday, SHOWN_EVIDENCE } from "#lib/contract/monday.ts";
import type { Ctx } from "#server/base/kernel/context.ts";
import { actionKeyOf } from "#server/base/kernel/keys.ts";
import { actionItemVisibleTo } from "#server/follow/action-item/index.ts";

/** The first rows of a list, and how many there are. */
export interface Counted<Row> {
  rows: Row[];
  total: number;
}

/** The actions that the week is about. */
export const readable = (ctx: Ctx) => ({ AND: [{ archivedAt: null }, actionItemVisibleTo(ctx.actor)] });
export const keyed = ({ number, title }: { number: number; title: string }) => ({ key: actionKeyOf(number), title });

const LONGEST = 200;

/** The first and the last instant of a week. */
export interface Within {
  gte: Date;
  lte: Date;
}

/** Returns the actions that were verified within a week, with their evidence. */
export async function verifiedWithin(
  ctx: Ctx,
  week: Within,
  take: number,
): Promise<Counted<Monday["verified"][number]>> {
  const where = { ...readable(ctx), status: "verified" as const, verifiedAt: week };
  const rows = await ctx.db.actionItem.findMany({
    where,
    select: {
      ...{ number: true, title: true, verifiedAt: true, verifier: { select: { name: true } } },
      evidence: {
        where: { removedAt: null, effectAnswerId: null },
        select: { kind: true, title: true, url: true, text: true, method: true },
        orderBy: [{ addedAt: "asc" }, { id: "asc" }],
      },
    },
    orderBy: [{ verifiedAt: "desc" }, { id: "desc" }],
    take,
  });
  const actions = rows.flatMap(({ verifiedAt, verifier, evidence, ...row }) => {
    if (!verifiedAt) return [];
    const shown = evidence.slice(0, SHOWN_EVIDENCE).map(({ kind, title, url, text, method }) => {
      return { kind, words: (title ?? text ?? url ?? "").slice(0, LONGEST), url, method };
    });
    const seen = { at: verifiedAt.toISOString(), by: verifier?.name ?? null };
    return [{ ...keyed(row), ...seen, evidence: evidence.length, shown }];
  });
  return { rows: actions, total: await ctx.db.actionItem.count({ where }) };
}
