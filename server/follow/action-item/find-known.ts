import type { ProposedAction } from "#importers/index.ts";
import type { FoundAction } from "#lib/contract/import.ts";
import type { Ctx } from "#server/base/kernel/context.ts";
import { actionKeyOf } from "#server/base/kernel/keys.ts";
import { actionItemVisibleTo } from "./visible-to.ts";

const MOST = 200;
const LONGEST_TITLE = 300;

/** Returns keys of the incident's actions that the actor can read, by title. */
export async function actionsByTitle(
  ctx: Ctx,
  incidentId: string,
  titles: readonly string[],
): Promise<Map<string, string>> {
  const own = { incidentId, archivedAt: null, title: { in: [...titles] } };
  const known = await ctx.db.actionItem.findMany({
    where: { AND: [own, actionItemVisibleTo(ctx.actor)] },
    select: { title: true, number: true },
  });
  return new Map(known.map(({ title, number }) => [title, actionKeyOf(number)]));
}

/**
 * Returns the action items of a write-up, each with the action of this incident that has the same title, if there is
 * one.
 */
export async function findKnown(
  ctx: Ctx,
  incidentId: string,
  actions: readonly ProposedAction[],
): Promise<FoundAction[]> {
  const found = actions.slice(0, MOST).map((action) => ({ ...action, title: action.title.slice(0, LONGEST_TITLE) }));
  if (found.length === 0) return [];
  const keys = await actionsByTitle(
    ctx,
    incidentId,
    found.map(({ title }) => title),
  );
  return found.map((action) => ({ ...action, knownAs: keys.get(action.title) ?? null }));
}
