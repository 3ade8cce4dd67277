import type { Actor } from "#lib/base/access/actor.ts";
import { can } from "#lib/base/access/can.ts";
import { notFound, refuse } from "#lib/base/errors.ts";
import type { LocalDate } from "#lib/base/time/local-date.ts";
import { todayIn } from "#lib/base/time/today-in.ts";
import type { Applied } from "#lib/people/policy/applied.ts";
import type { PolicyFacts, WaiverApprovers } from "#lib/people/policy/values.ts";
import type { Ctx } from "#server/base/kernel/context.ts";
import { teamCalendars } from "#server/people/calendar/index.ts";
import { actionFacts, loadBook, POLICY_INCIDENT, POLICY_OWNER, teamIdsOf } from "#server/people/policy/index.ts";
import { actionItemFacts } from "./facts.ts";
import type { Ruled } from "./load-refs.ts";

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

const NEEDS = { tpm: "a TPM or an admin", manager: "the manager of the team" };

/** Returns whether a policy lets someone answer waivers or end them early, who can do so in general. */
export function isApprover(actor: Actor, { row, refs }: Ruled, approvers: WaiverApprovers): boolean {
  if (approvers === "tpm_or_manager" || actor.kind !== "user") return true;
  const facts = actionItemFacts(actor, row, refs);
  if (approvers === "manager") return facts.managerIds.includes(actor.id);
  return can(actor, "actionItem", "approve", { ...facts, managerIds: [] });
}

/** Throws `rule` for someone who can answer or end waivers in general, but isn't whom the policy of the action names. */
export function checkApprover(
  { actor }: Ctx,
  ruled: Ruled,
  { policy, to }: { policy: ActionPolicy; to: "answer" | "end" },
): void {
  const { waiverApprovers: named } = policy.promised.values;
  if (named === "tpm_or_manager" || isApprover(actor, ruled, named)) return;
  throw refuse("waiver_approver", `Only ${NEEDS[named]} can ${to} this waiver. Ask them.`);
}
