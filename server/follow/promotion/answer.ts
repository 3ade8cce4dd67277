import { actorId } from "#lib/base/access/actor.ts";
import { notFound, refuse } from "#lib/base/errors.ts";
import type { Promotion, promotionContract } from "#lib/contract/promotion.ts";
import type { StrategicChange } from "#lib/contract/strategic-change.ts";
import { promotionMarks, promotionReasons } from "#lib/follow/promotion/promotion.ts";
import { authorizeGlobally } from "#server/base/kernel/authorize.ts";
import type { Ctx, TxCtx } from "#server/base/kernel/context.ts";
import type { InputOf } from "#server/base/kernel/input.ts";
import { numberOfKey } from "#server/base/kernel/keys.ts";
import { record } from "#server/base/kernel/record.ts";
import { transact } from "#server/base/kernel/transaction.ts";
import { holdCanonicalFactors, restrictionOf } from "#server/follow/canonical-factor/index.ts";
import {
  createStrategicChange,
  getStrategicChange,
  updateStrategicChange,
} from "#server/follow/strategic-change/index.ts";
import { conditionsOf, type PromotableCondition } from "./facts.ts";
import { proposalOf } from "./list.ts";

type ById = InputOf<typeof promotionContract.reopen>;

const DONE = { done: true } as const;
const MOST_FACTORS = 100;

/**
 * Makes a strategic change of a proposed condition, based on the factors that the actor can read, or adds them to a
 * change. Throws `rule` if the condition has a change by now.
 */
export async function acceptPromotion(
  ctx: Ctx,
  { id, changeKey }: InputOf<typeof promotionContract.accept>,
): Promise<StrategicChange> {
  return transact(ctx, async (tx) => {
    const { condition, proposal } = await openProposal(tx, id);
    const factorIds = condition.factors.map((factor) => factor.id).slice(0, MOST_FACTORS);
    const change = changeKey ? await addFactors(tx, changeKey, factorIds) : await changeFrom(tx, proposal, factorIds);
    const { id: changeId } = await tx.db.strategicChange.findUniqueOrThrow({
      where: { number: numberOfKey(change.key) },
      select: { id: true },
    });
    await answer(tx, id, { changeId, reason: "", seen: [] });
    return record(tx, {
      ...{ action: "canonical_factor.promoted", id, incidentId: await restrictionOf(tx, id) },
      ...{ after: { changeKey: change.key }, answer: () => change },
    });
  });
}

async function changeFrom(tx: TxCtx, { condition, minutesInYear }: Promotion, factorIds: string[]) {
  const change = await createStrategicChange(tx, {
    ...{ title: condition.name, problem: "", expectedEffect: "", targetQuarter: null },
    ...{ ownerId: null, sponsorId: null, teamId: null, factorIds, actionKeys: [] },
  });
  if (minutesInYear === null) return change;
  const estimate = { ...change.estimate, exposedMinutes: minutesInYear };
  return updateStrategicChange(tx, { key: change.key, version: change.version, estimate });
}

async function addFactors(tx: TxCtx, key: string, factorIds: string[]) {
  const { version, factors } = await getStrategicChange(tx, { key });
  const all = new Set([...factors.map((factor) => factor.id), ...factorIds]);
  return updateStrategicChange(tx, { key, version, factorIds: [...all].slice(0, MOST_FACTORS) });
}

/** Sets a proposal aside with a reason. It is asked again once there is another incident, failed fix or rule. */
export async function setPromotionAside(
  ctx: Ctx,
  { id, reason }: InputOf<typeof promotionContract.setAside>,
): Promise<typeof DONE> {
  return transact(ctx, async (tx) => {
    await openProposal(tx, id);
    // What others can read counts too, or they would be asked about what was there all along.
    const [whole] = await conditionsOf({ ...tx, actor: { kind: "system", label: "job" } }, [id]);
    const facts = whole?.facts ?? { incidents: [], fixes: [], services: [] };
    const seen = promotionMarks(facts, promotionReasons(facts, tx.now().toISOString()));
    await answer(tx, id, { changeId: null, reason, seen });
    return record(tx, {
      ...{ action: "canonical_factor.set_aside", id, incidentId: await restrictionOf(tx, id) },
      ...{ after: { reason }, answer: () => DONE },
    });
  });
}

/** Asks again about a proposal that was set aside. Throws `not_found` if it wasn't. */
export async function reopenPromotion(ctx: Ctx, { id }: ById): Promise<typeof DONE> {
  return transact(ctx, async (tx) => {
    authorizeGlobally(tx, "promotion.answer");
    if ((await conditionsOf(tx, [id])).length === 0) throw notFound();
    const { count } = await tx.db.promotionAnswer.deleteMany({ where: { canonicalFactorId: id, changeId: null } });
    if (count === 0) throw notFound();
    return record(tx, {
      ...{ action: "canonical_factor.asked_again", id, incidentId: await restrictionOf(tx, id) },
      answer: () => DONE,
    });
  });
}

/** Locks a condition and returns its proposal, also one that was set aside. */
async function openProposal(tx: TxCtx, id: string): Promise<PromotableCondition & { proposal: Promotion }> {
  authorizeGlobally(tx, "promotion.answer");
  await holdCanonicalFactors(tx, [id]);
  const [found] = await conditionsOf(tx, [id]);
  if (!found) throw notFound();
  const proposal = proposalOf(tx, found, null);
  if (!proposal)
    throw refuse("promotion_settled", "This condition isn't proposed any more. It may have a strategic change by now.");
  return { ...found, proposal };
}

async function answer(
  tx: TxCtx,
  canonicalFactorId: string,
  given: { changeId: string | null; reason: string; seen: string[] },
): Promise<void> {
  const data = { ...given, byId: actorId(tx.actor), at: tx.now() };
  await tx.db.promotionAnswer.upsert({
    where: { canonicalFactorId },
    create: { canonicalFactorId, ...data },
    update: data,
  });
}
