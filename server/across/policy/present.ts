import type { Prisma } from "#generated/prisma/client.ts";
import { notFound } from "#lib/base/errors.ts";
import { todayIn } from "#lib/base/time/today-in.ts";
import type { AppliedPolicies, Policy, policyContract } from "#lib/contract/policy.ts";
import { applyPolicies, namesOf } from "#lib/people/policy/applied.ts";
import { countFrom } from "#lib/people/policy/count.ts";
import { dueKey, type PolicyValueOf } from "#lib/people/policy/values.ts";
import type { Ctx } from "#server/base/kernel/context.ts";
import type { InputOf } from "#server/base/kernel/input.ts";
import { teamCalendars } from "#server/people/calendar/index.ts";
import { actionFacts, loadBook } from "#server/people/policy/index.ts";
import { openActions } from "./promises.ts";

const PERSON = { select: { id: true, name: true } } as const;
const SELECT = { include: { changedBy: PERSON } } satisfies Prisma.PolicyDefaultArgs;
type Row = Prisma.PolicyGetPayload<typeof SELECT>;

/** Returns the policies, the most general first. */
export async function listPolicies(
  ctx: Ctx,
  { archived }: InputOf<typeof policyContract.list>,
): Promise<{ items: Policy[] }> {
  const rows = await ctx.db.policy.findMany({ where: archived ? {} : { archivedAt: null }, ...SELECT });
  const items = await present(ctx, rows);
  return { items: items.sort((one, other) => kinds(one) - kinds(other) || one.name.localeCompare(other.name, "en")) };
}

const kinds = ({ scope: { services, teams, ...scope } }: Policy) =>
  namesOf({ ...scope, serviceIds: services.map(({ id }) => id), teamIds: teams.map(({ id }) => id) }).length;

/** Returns one policy. Throws `not_found`. */
export async function getPolicy(ctx: Ctx, id: string): Promise<Policy> {
  const [found] = await present(ctx, await ctx.db.policy.findMany({ where: { id }, ...SELECT }));
  if (!found) throw notFound();
  return found;
}

async function present(ctx: Ctx, rows: readonly Row[]): Promise<Policy[]> {
  if (rows.length === 0) return [];
  const named = (ids: string[]) => ({ where: { id: { in: ids } }, ...PERSON });
  const [services, teams, people, counts] = await Promise.all([
    ctx.db.service.findMany(named(rows.flatMap(({ serviceIds }) => serviceIds))),
    ctx.db.team.findMany(named(rows.flatMap(({ teamIds }) => teamIds))),
    peopleIn(ctx, rows.map(valuesOf)),
    countOpen(ctx),
  ]);
  return rows.map(({ id, name, serviceIds, teamIds, severities, priorities, archivedAt, ...row }) => ({
    ...{ id, name, values: valuesOf(row), openActions: counts.get(id) ?? 0 },
    people: people.filter((one) => idsIn(valuesOf(row)).includes(one.id)),
    scope: {
      ...{ severities, priorities },
      services: services.filter((one) => serviceIds.includes(one.id)),
      teams: teams.filter((one) => teamIds.includes(one.id)),
    },
    ...{ changedBy: row.changedBy, changedAt: row.changedAt.toISOString(), archived: archivedAt !== null },
    version: row.version,
  }));
}

const valuesOf = ({ values }: Pick<Row, "values">) => values as unknown as Policy["values"];

const idsIn = ({ ladderTpm, ladderManager, ladderParent }: Policy["values"]) =>
  [ladderTpm, ladderManager, ladderParent].filter((id) => typeof id === "string");

const peopleIn = (ctx: Ctx, values: readonly Policy["values"][]) =>
  ctx.db.user.findMany({ where: { id: { in: values.flatMap(idsIn) } }, ...PERSON });

/** Returns how many open actions take a value from each policy, by the edition that each was promised under. */
async function countOpen(ctx: Ctx): Promise<Map<string, number>> {
  const [book, actions] = await Promise.all([loadBook(ctx), openActions(ctx)]);
  const counts = new Map<string, number>();
  for (const action of book.newest === 0 ? [] : actions)
    for (const { id, fills } of book.apply(actionFacts(action), action.policyEdition).candidates)
      if (id !== null && fills.length > 0) counts.set(id, (counts.get(id) ?? 0) + 1);
  return counts;
}

/** Returns what the present policies say about something, and which gave each value. */
export async function appliedPolicies(
  ctx: Ctx,
  { from, without, ownerId, ...asked }: InputOf<typeof policyContract.applied>,
): Promise<AppliedPolicies> {
  const [book, calendarOf, ofOwner] = await Promise.all([
    loadBook(ctx),
    teamCalendars(ctx),
    ownerId && asked.teamIds.length === 0
      ? ctx.db.teamMember.findMany({ where: { userId: ownerId }, select: { teamId: true } })
      : [],
  ]);
  const facts = { ...asked, teamIds: [...asked.teamIds, ...ofOwner.map(({ teamId }) => teamId)] };
  const rules = book.at(null).filter(({ id }) => id !== without);
  const { values, from: givers, candidates } = applyPolicies(rules, facts);
  const calendar = calendarOf(facts.teamIds);
  const day = from ?? todayIn(calendar.timeZone, ctx.now());
  const due = facts.priority === null ? null : values[dueKey(facts.priority)];
  return {
    values: shown(values),
    people: await peopleIn(ctx, [shown(values)]),
    from: givers,
    candidates,
    dates: {
      due: countFrom(calendar, day, due),
      meet: countFrom(calendar, day, values.meet),
      publish: countFrom(calendar, day, values.publish),
    },
  };
}

// The contract's arrays aren't readonly.
const shown = (values: PolicyValueOf): AppliedPolicies["values"] => ({
  ...values,
  reviewApprovers: [...values.reviewApprovers],
  deadlines: [...values.deadlines],
});
