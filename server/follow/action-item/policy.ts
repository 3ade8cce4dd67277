import { notFound } from "#lib/base/errors.ts";
import type { LocalDate } from "#lib/base/time/local-date.ts";
import { todayIn } from "#lib/base/time/today-in.ts";
import type { Applied } from "#lib/people/policy/applied.ts";
import type { PolicyFacts, WaiverApprovers } from "#lib/people/policy/values.ts";
import type { Ctx } from "#server/base/kernel/context.ts";
import { teamCalendars } from "#server/people/calendar/index.ts";
import { actionFacts, loadBook, POLICY_INCIDENT, POLICY_OWNER, teamIdsOf } from "#server/people/policy/index.ts";

export interface ActionPolicy {
  facts: PolicyFacts;
  /** By the edition that the action was promised under. */
  promised: Applied;
  newest: { edition: number; applied: Applied };
}

/** Returns the policies of an action: those of its promise, and the newest ones for a promise that is made now. */
export async function policyOf(ctx: Ctx, id: string): Promise<ActionPolicy> {
  const policy = (await policiesOf(ctx, [id])).get(id);
  if (!policy) throw notFound();
  return policy;
}

/** The same for several actions, by their ids. */
export async function policiesOf(ctx: Ctx, ids: readonly string[]): Promise<ReadonlyMap<string, ActionPolicy>> {
  if (ids.length === 0) return new Map();
  const [book, rows] = await Promise.all([
    loadBook(ctx),
    ctx.db.actionItem.findMany({
      where: { id: { in: [...ids] } },
      select: {
        ...{ id: true, priority: true, teamId: true, policyEdition: true },
        owner: { select: POLICY_OWNER },
        incident: { select: POLICY_INCIDENT },
      },
    }),
  ]);
  return new Map(
    rows.map(({ id, policyEdition, ...row }) => {
      const facts = actionFacts(row);
      const promised = book.apply(facts, policyEdition);
      return [id, { facts, promised, newest: { edition: book.newest, applied: book.apply(facts, null) } }];
    }),
  );
}

/**
 * Returns which day it is by the business calendars of actions' teams, by the ids of the actions. Waivers are requested,
 * approved and ended by it.
 */
export async function teamDays(ctx: Ctx, ids: readonly string[]): Promise<ReadonlyMap<string, LocalDate>> {
  if (ids.length === 0) return new Map();
  const calendarOf = await teamCalendars(ctx);
  const rows = await ctx.db.actionItem.findMany({
    where: { id: { in: [...ids] } },
    select: { id: true, teamId: true, owner: { select: POLICY_OWNER } },
  });
  return new Map(rows.map((row) => [row.id, todayIn(calendarOf(teamIdsOf(row)).timeZone, ctx.now())]));
}

export const teamDay = async (ctx: Ctx, id: string): Promise<LocalDate> =>
  (await teamDays(ctx, [id])).get(id) ?? todayIn(null, ctx.now());

/** Returns who can answer the waivers of actions by their policies, by the ids of the actions. */
export async function waiverApproversOf(
  ctx: Ctx,
  ids: readonly string[],
): Promise<ReadonlyMap<string, WaiverApprovers>> {
  const policies = await policiesOf(ctx, ids);
  return new Map([...policies].map(([id, { promised }]) => [id, promised.values.waiverApprovers]));
}
