import type { ActionRungs } from "#lib/contract/ladder.ts";
import type { Ctx } from "#server/base/kernel/context.ts";
import { loadActionItem } from "#server/follow/action-item/index.ts";
import { climbingActions } from "./load.ts";
import { nextFor, openDesk } from "./plan.ts";

/** Returns the rungs of an action, oldest first, and the next one. Throws `not_found` as the action does. */
export async function listRungs(ctx: Ctx, { key }: { key: string }): Promise<ActionRungs> {
  const { row: action } = await loadActionItem(ctx, key);
  const person = { select: { id: true, name: true } } as const;
  const rows = await ctx.db.actionItemRung.findMany({
    where: { actionItemId: action.id },
    include: { person, told: { select: { user: person } } },
    orderBy: [{ at: "asc" }, { id: "asc" }],
  });
  const [row] = await climbingActions(ctx, { take: 1, id: action.id });
  return {
    items: rows.map(({ id, rung, outcome, way, thirdMove, dueDate, at, ...row }) => ({
      ...{ id, rung, outcome, by: way, thirdMove },
      to: row.person,
      told: row.told.map(({ user }) => user),
      dueDate: dueDate.toISOString().slice(0, 10),
      at: at.toISOString(),
    })),
    next: row ? nextStep(nextFor(ctx, row, await openDesk(ctx))) : null,
  };
}

const nextStep = (next: ReturnType<typeof nextFor>): ActionRungs["next"] =>
  next && { rung: next.rung, day: next.day, to: next.person };
