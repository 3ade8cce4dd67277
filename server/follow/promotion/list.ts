import type { Prisma } from "#generated/prisma/client.ts";
import { canGlobally } from "#lib/base/access/can.ts";
import { DAY_MS } from "#lib/base/time/spans.ts";
import type { Answered, Promotion } from "#lib/contract/promotion.ts";
import { totalMinutes } from "#lib/follow/canonical-factor/condition.ts";
import {
  isTakenUp,
  LOOK_BACK_DAYS,
  newMarks,
  promotionMarks,
  promotionReasons,
  type Thresholds,
} from "#lib/follow/promotion/promotion.ts";
import type { Ctx } from "#server/base/kernel/context.ts";
import { toInstantOrNull } from "#server/base/kernel/dates.ts";
import { changeKeyOf, incidentKeyOf, numberOfKey } from "#server/base/kernel/keys.ts";
import { readableConditions } from "#server/follow/canonical-factor/index.ts";
import { BAND_SELECT, bandOf } from "#server/incidents/incident/index.ts";
import { type PromotableCondition, promotableConditions } from "./facts.ts";
import { promotionRules } from "./rules.ts";

const ANSWERED = 50;

/**
 * Returns the conditions that the rules propose as strategic changes, by what the actor can read of them, and the
 * answers to earlier proposals. A condition with a change, or set aside with nothing new, isn't proposed.
 */
export async function listPromotions(
  ctx: Ctx,
): Promise<{ items: Promotion[]; answered: Answered[]; mayAnswer: boolean }> {
  const rules = await promotionRules(ctx);
  const conditions = await promotableConditions(ctx, rules);
  const ids = conditions.map(({ condition }) => condition.id);
  const [answers, aside] = [await loadAnswers(ctx, ids), await seenAside(ctx, ids)];
  const open = conditions.flatMap((one) => proposalOf(ctx, one, rules, aside.get(one.condition.id) ?? null) ?? []);
  const asked = new Set(open.map(({ condition }) => condition.id));
  const answered = answers.filter(({ canonicalFactorId }) => !asked.has(canonicalFactorId)).slice(0, ANSWERED);
  return {
    items: await drawn(ctx, open),
    answered: await presentAnswers(ctx, answered),
    mayAnswer: canGlobally(ctx.actor, "promotion.answer"),
  };
}

export type Proposal = Omit<Promotion, "incidents" | "teams"> & {
  incidents: Omit<Promotion["incidents"][number], "band" | "resolvedAt">[];
};

/** Returns proposals with the impact bands of their incidents, and the teams whose services those affected. */
async function drawn(ctx: Ctx, proposals: readonly Proposal[]): Promise<Promotion[]> {
  const keys = proposals.flatMap(({ incidents }) => incidents.map(({ key }) => key));
  const rows = await ctx.db.incident.findMany({
    where: { number: { in: [...new Set(keys)].map(numberOfKey) } },
    select: {
      ...BAND_SELECT,
      number: true,
      services: { select: { service: { select: { ownerTeam: { select: { name: true, archivedAt: true } } } } } },
    },
  });
  const byKey = new Map(rows.map((row) => [incidentKeyOf(row.number), row]));
  return proposals.map((proposal) => {
    const teams = proposal.incidents
      .flatMap(({ key }) => byKey.get(key)?.services ?? [])
      .flatMap(({ service: { ownerTeam } }) => (ownerTeam && !ownerTeam.archivedAt ? [ownerTeam.name] : []));
    const incidents = proposal.incidents.map((incident) => {
      const row = byKey.get(incident.key);
      const resolvedAt = toInstantOrNull(row?.resolvedAt ?? null);
      return { ...incident, resolvedAt, band: row ? bandOf(row, ctx.now()) : [] };
    });
    return { ...proposal, incidents, teams: [...new Set(teams)].sort((one, other) => one.localeCompare(other)) };
  });
}

/** Returns the proposal of a condition, or null if there's no reason, it has a change, or it was set aside for now. */
export function proposalOf(
  ctx: Ctx,
  { condition, facts }: PromotableCondition,
  rules: Thresholds,
  seen: string[] | null,
): Proposal | null {
  const now = ctx.now().toISOString();
  const reasons = promotionReasons(facts, rules, now);
  if (reasons.length === 0 || isTakenUp(condition.changes)) return null;
  const marks = promotionMarks(facts, reasons);
  const since = seen === null ? [] : newMarks(marks, seen);
  if (seen !== null && since.length === 0) return null;
  const earliest = new Date(ctx.now().getTime() - LOOK_BACK_DAYS * DAY_MS).toISOString();
  const incidents = condition.incidents.filter(({ counted, startedAt }) => counted && startedAt >= earliest);
  return {
    condition: { id: condition.id, name: condition.name },
    reasons,
    since,
    marks,
    incidents: incidents.map(({ counted: _counted, ...incident }) => incident),
    minutesInYear: totalMinutes(incidents),
    fixes: condition.fixes.filter(({ status }) => status !== "declined"),
  };
}

type AnswerRecord = Awaited<ReturnType<typeof loadAnswers>>[number];

/** Returns the marks that were known when each of these conditions was last set aside. An acceptance that was undone leaves it as it was. */
async function seenAside(ctx: Ctx, ids: readonly string[]): Promise<ReadonlyMap<string, string[]>> {
  const rows = await ctx.db.promotionAnswer.findMany({
    where: { canonicalFactorId: { in: [...ids] }, changeId: null },
    distinct: ["canonicalFactorId"],
    select: { canonicalFactorId: true, seen: true },
    orderBy: [{ at: "desc" }, { id: "desc" }],
  });
  return new Map(rows.map(({ canonicalFactorId, seen }) => [canonicalFactorId, seen]));
}

/** Not an acceptance whose change was archived since, such as by its undo. */
const STANDS = {
  OR: [{ changeId: null }, { change: { archivedAt: null } }],
} satisfies Prisma.PromotionAnswerWhereInput;

/** The newest answer of each condition: of these, and the latest of the others. */
async function loadAnswers(ctx: Ctx, ids: readonly string[]) {
  const readable = await readableConditions(ctx, { mergedIntoId: null, promotions: { some: {} } });
  const condition = { id: { in: readable.map(({ id }) => id) } };
  const find = (where: Prisma.PromotionAnswerWhereInput, take?: number) =>
    ctx.db.promotionAnswer.findMany({
      where: { AND: [{ condition }, STANDS, where] },
      distinct: ["canonicalFactorId"],
      include: { condition: { select: { id: true, name: true } }, change: { select: { number: true } } },
      orderBy: [{ at: "desc" }, { id: "desc" }],
      ...(take === undefined ? {} : { take }),
    });
  const own = await find({ canonicalFactorId: { in: [...ids] } });
  const others = await find({ canonicalFactorId: { notIn: [...ids] } }, ANSWERED);
  return [...own, ...others].toSorted((one, other) => other.at.getTime() - one.at.getTime());
}

async function presentAnswers(ctx: Ctx, answers: readonly AnswerRecord[]): Promise<Answered[]> {
  const people = await ctx.db.user.findMany({
    where: { id: { in: answers.flatMap(({ byId }) => byId ?? []) } },
    select: { id: true, name: true },
  });
  const names = new Map(people.map((person) => [person.id, person.name]));
  return answers.map(({ condition, change, reason, byId, at }) => ({
    ...{ condition, reason, changeKey: change ? changeKeyOf(change.number) : null },
    ...{ by: byId === null ? null : (names.get(byId) ?? null), at: at.toISOString() },
  }));
}
