import { actorId } from "#lib/base/access/actor.ts";
import { conflict, notFound, refuse } from "#lib/base/errors.ts";
import type { promotionContract } from "#lib/contract/promotion.ts";
import type { StrategicChange } from "#lib/contract/strategic-change.ts";
import { totalMinutes } from "#lib/follow/canonical-factor/condition.ts";
import { newMarks, promotionMarks, promotionReasons } from "#lib/follow/promotion/promotion.ts";
import { authorizeGlobally } from "#server/base/kernel/authorize.ts";
import type { Ctx, TxCtx } from "#server/base/kernel/context.ts";
import type { InputOf } from "#server/base/kernel/input.ts";
import { incidentKeyOf, numberOfKey } from "#server/base/kernel/keys.ts";
import { record } from "#server/base/kernel/record.ts";
import { transact } from "#server/base/kernel/transaction.ts";
import { holdCanonicalFactors, restrictionOf } from "#server/follow/canonical-factor/index.ts";
import {
  createStrategicChange,
  getStrategicChange,
  updateStrategicChange,
} from "#server/follow/strategic-change/index.ts";
import { type PromotableCondition, promotablesOf } from "./facts.ts";
import { type Proposal, proposalOf } from "./list.ts";
import { promotionRules } from "./rules.ts";

type ById = InputOf<typeof promotionContract.reopen>;

const DONE = { done: true } as const;
const MOST_FACTORS = 100;

/**
 * Makes a strategic change of a proposed condition, based on the factors that the actor can read, or adds them to a
 * change. Throws `rule` if the condition already has a change.
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

/** Everyone reads strategic changes, so the title and the minutes come from what everyone can read. */
async function changeFrom(tx: TxCtx, { condition, incidents }: Proposal, factorIds: string[]) {
  const open = await tx.db.incident.findMany({
    where: { restricted: false, factors: { some: { canonicalFactorId: condition.id, removedAt: null } } },
    select: { number: true },
  });
  if (open.length === 0) throw refuse("promotion_restricted", RESTRICTED);
  checkRoom(factorIds.length);
  const change = await createStrategicChange(tx, {
    ...{ title: condition.name, problem: "", expectedEffect: "", targetQuarter: null },
    ...{ ownerId: null, sponsorId: null, teamId: null, factorIds, actionKeys: [] },
  });
  const keys = new Set(open.map(({ number }) => incidentKeyOf(number)));
  const exposedMinutes = totalMinutes(incidents.filter(({ key }) => keys.has(key)));
  if (exposedMinutes === null) return change;
  const estimate = { ...change.estimate, exposedMinutes };
  return updateStrategicChange(tx, { key: change.key, version: change.version, estimate });
}

const RESTRICTED =
  "All incidents of this condition are restricted, and everyone can read strategic changes. Propose a change under a title that gives nothing away, and link the factors there.";

async function addFactors(tx: TxCtx, key: string, factorIds: string[]) {
  const { version, factors } = await getStrategicChange(tx, { key });
  const all = new Set([...factors.map((factor) => factor.id), ...factorIds]);
  checkRoom(all.size);
  return updateStrategicChange(tx, { key, version, factorIds: [...all] });
}

function checkRoom(count: number): void {
  if (count > MOST_FACTORS)
    throw refuse(
      "too_many_factors",
      `A change can have at most ${MOST_FACTORS} factors, and there would be ${count}. Link some of them by hand.`,
    );
}

/**
 * Sets a proposal aside with a reason. It is asked again once there is another incident, failed fix or rule. Throws
 * `conflict` with the proposal if it has marks that the actor hasn't seen.
 */
export async function setPromotionAside(
  ctx: Ctx,
  { id, reason, marks }: InputOf<typeof promotionContract.setAside>,
): Promise<typeof DONE> {
  return transact(ctx, async (tx) => {
    const { proposal } = await openProposal(tx, id);
    if (newMarks(proposal.marks, marks).length > 0) throw conflict(proposal);
    // What others can read counts too, or they would be asked about what was there all along.
    const [whole] = await promotablesOf({ ...tx, actor: { kind: "system", label: "job" } }, [id]);
    const facts = whole?.facts ?? { incidents: [], fixes: [], services: [] };
    const seen = promotionMarks(facts, promotionReasons(facts, await promotionRules(tx), tx.now().toISOString()));
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
    const last = await heldAnswerOf(tx, id);
    if (!last || last.changeId !== null) throw notFound();
    return deleteAnswer(tx, id, last.id);
  });
}

/** Undoes one answer that set a proposal aside. Throws `rule` if it isn't the last one any more. */
export async function undoSetAside(
  tx: TxCtx,
  { conditionId: id, answerId }: { conditionId: string; answerId: string },
): Promise<void> {
  const last = await heldAnswerOf(tx, id);
  if (last?.id !== answerId)
    throw refuse("not_undone", "Someone has answered this proposal or asked about it again. See its page.");
  await deleteAnswer(tx, id, answerId);
}

/** Returns the newest answer to the proposal of a condition. */
export const lastAnswerOf = (tx: TxCtx, canonicalFactorId: string) =>
  tx.db.promotionAnswer.findFirst({
    where: { canonicalFactorId },
    select: { id: true, changeId: true },
    orderBy: [{ at: "desc" }, { id: "desc" }],
  });

/** Locks a condition that the actor can answer about, and returns its newest answer. */
async function heldAnswerOf(tx: TxCtx, id: string) {
  authorizeGlobally(tx, "promotion.answer");
  if ((await promotablesOf(tx, [id])).length === 0) throw notFound();
  await holdCanonicalFactors(tx, [id]);
  return lastAnswerOf(tx, id);
}

async function deleteAnswer(tx: TxCtx, id: string, answerId: string) {
  await tx.db.promotionAnswer.delete({ where: { id: answerId } });
  return record(tx, {
    ...{ action: "canonical_factor.asked_again", id, incidentId: await restrictionOf(tx, id) },
    answer: () => DONE,
  });
}

/** Locks a condition and returns its proposal, including one that was set aside. */
async function openProposal(tx: TxCtx, id: string): Promise<PromotableCondition & { proposal: Proposal }> {
  authorizeGlobally(tx, "promotion.answer");
  await holdCanonicalFactors(tx, [id]);
  const [found] = await promotablesOf(tx, [id]);
  if (!found) throw notFound();
  const proposal = proposalOf(tx, found, await promotionRules(tx), null);
  if (!proposal)
    throw refuse("promotion_settled", "This condition is no longer proposed. It may already have a strategic change.");
  return { ...found, proposal };
}

async function answer(
  tx: TxCtx,
  canonicalFactorId: string,
  given: { changeId: string | null; reason: string; seen: string[] },
): Promise<void> {
  await tx.db.promotionAnswer.create({
    data: { id: tx.newId(), canonicalFactorId, ...given, byId: actorId(tx.actor), at: tx.now() },
  });
}
