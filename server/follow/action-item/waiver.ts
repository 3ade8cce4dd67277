import { Prisma } from "#generated/prisma/client.ts";
import { actorId } from "#lib/base/access/actor.ts";
import { refuse } from "#lib/base/errors.ts";
import { longDay } from "#lib/base/time/local-date.ts";
import type { ActionStatus } from "#lib/base/vocabulary/action-item.ts";
import type { ActionItem, actionItemContract } from "#lib/contract/action-item.ts";
import type { WaiverRequest } from "#lib/follow/action-item/transition.ts";
import { answerWaiver, endsRequest, isLive } from "#lib/follow/action-item/waiver.ts";
import { authorize } from "#server/base/kernel/authorize.ts";
import type { Ctx, TxCtx } from "#server/base/kernel/context.ts";
import { fromLocalDate, toLocalDate } from "#server/base/kernel/dates.ts";
import { given } from "#server/base/kernel/given.ts";
import type { InputOf } from "#server/base/kernel/input.ts";
import type { Change } from "#server/base/kernel/nouns.ts";
import { type Recorded, record, recordAll } from "#server/base/kernel/record.ts";
import { transact } from "#server/base/kernel/transaction.ts";
import { checkApprover } from "./approver.ts";
import { actionItemFacts } from "./facts.ts";
import { blockOf, LeftBlock, returnBlock } from "./left-block.ts";
import { loadActionItem } from "./load.ts";
import { policyOf, teamDay } from "./policy.ts";
import { presentActionItem } from "./present.ts";
import { endFlag } from "./relation.ts";
import type { ActionRecord, RuledAction } from "./select.ts";
import { nameOf, tell, tellApprovers, tellFollowers } from "./tell.ts";
import { bumpVersion, columnsOf, keepStep, stateOf } from "./write-step.ts";

type Waiver = ActionRecord["waivers"][number];

/** Stores the request for a waiver, or for a longer one than that in force, and notifies the people who can approve it. */
export async function requestWaiver(
  tx: TxCtx,
  before: ActionRecord,
  input: InputOf<typeof actionItemContract.transition>,
  { reason, mitigation, until }: WaiverRequest,
): Promise<Recorded<ActionItem>> {
  await tx.db.waiver.create({
    data: {
      ...{ id: tx.newId(), actionItemId: before.id, reason, mitigation, until: fromLocalDate(until) },
      ...{ ownerId: before.ownerId, askedById: actorId(tx.actor), askedAt: tx.now() },
      isLonger: before.status === "waived",
    },
  });
  await tellApprovers(tx, before, { reason, until });
  const after = await loadActionItem(tx, input.key);
  return record(tx, {
    action: "action_item.waiver_requested",
    id: before.id,
    incidentId: before.incidentId,
    after: input,
    answer: () => presentActionItem(tx, after),
  });
}

/**
 * Ends the waivers of actions that someone moves to another status, with requests for longer ones, and requests that no
 * longer make sense there. Returns the entries of actions that block one again.
 */
export async function leaveWaivers(
  tx: TxCtx,
  steps: readonly { row: RuledAction; to: ActionStatus }[],
): Promise<Change<"action_item">[]> {
  const over = steps.flatMap(({ row, to }) =>
    row.status === "waived" || endsRequest(to) ? row.waivers.filter(isLive).map(({ id }) => id) : [],
  );
  if (over.length > 0) await tx.db.waiver.updateMany({ where: { id: { in: over } }, data: endedBy(tx) });
  const flagged: Change<"action_item">[] = [];
  for (const { row, to } of steps)
    if (row.status === "waived") flagged.push(...(await returnBlock(tx, row, blockBefore(row), to)));
  return flagged;
}

/** Returns the blocked flag that the waiver in force ended, if it is known. */
export const blockBefore = ({ waivers }: Pick<RuledAction, "waivers">): LeftBlock | undefined =>
  LeftBlock.safeParse(waivers.find(({ status }) => status === "approved")?.leftBlock).data;

const endedBy = (tx: TxCtx) => ({ status: "ended", endedById: actorId(tx.actor), endedAt: tx.now() }) as const;

const NONE =
  "This action has no open waiver request. Someone may have answered or withdrawn it. Load the action again.";

/** Returns the waiver that waits for its answer. Throws `rule` if there is none. */
function requestedOf({ waivers }: ActionRecord): Waiver {
  const waiver = waivers.find(({ status }) => status === "requested");
  if (!waiver) throw refuse("no_waiver_requested", NONE);
  return waiver;
}

/**
 * Approves or rejects a requested waiver. Throws `rule` with the rule that rejects it, and `conflict` with the newer
 * row for a stale version.
 */
export async function answerWaiverOf(
  ctx: Ctx,
  input: InputOf<typeof actionItemContract.answerWaiver>,
): Promise<ActionItem> {
  return transact(ctx, async (tx) => {
    const { key, version, answer, reason } = input;
    const { row: before, refs } = await loadActionItem(tx, key);
    authorize(tx, "actionItem", "approve", actionItemFacts(tx.actor, before, refs));
    await bumpVersion(tx, before, version);
    checkApprover(tx, { row: before, refs }, { policy: await policyOf(tx, before.id), to: "answer" });
    const waiver = requestedOf(before);
    const by = actorId(tx.actor);
    const today = await teamDay(tx, before.id);
    const details = { answer, actorId: by, today, ...given({ reason }) };
    const step = answerWaiver(stateOf(before), { ...waiver, until: toLocalDate(waiver.until) ?? "" }, details);
    if (!step.ok) throw refuse(step.rule, step.message);
    const isApproved = answer === "approved";
    const kept = { answeredById: by, answeredAt: tx.now(), answer: reason ?? null };
    const left = isApproved ? await leftFor(tx, before) : {};
    await tx.db.waiver.update({ where: { id: waiver.id }, data: { status: answer, ...kept, ...left } });
    const unflagged = isApproved ? await endFlag(tx, before.id) : [];
    if (isApproved) await tx.db.actionItem.update({ where: { id: before.id }, data: columnsOf(step.patch) });
    if (isApproved && !waiver.isLonger) await keepStep(tx, before, { to: "waived", reason });
    const after = await loadActionItem(tx, key);
    const { news, action } = ANSWERED[waiver.isLonger ? "longer" : "first"][answer];
    const body = reason ?? `Until ${longDay(toLocalDate(waiver.until) ?? "")}.`;
    const told = await tell(tx, after.row, [before.ownerId, waiver.askedById], {
      kind: `action_item.waiver_${answer}`,
      subject: `${news}: ${nameOf(before)}`,
      body,
    });
    await tellFollowers(tx, after.row, { news, body, told });
    const answered: Change<"action_item"> = {
      ...{ action, id: before.id, incidentId: before.incidentId },
      before: { status: before.status, ...(waiver.isLonger ? { until: toLocalDate(before.waivedUntil) } : {}) },
      after: { ...input, until: toLocalDate(waiver.until) },
    };
    return recordAll(tx, [answered, ...unflagged], () => presentActionItem(tx, after));
  });
}

const ANSWERED = {
  first: {
    approved: { news: "Waived", action: "action_item.waived" },
    refused: { news: "Waiver rejected", action: "action_item.waiver_refused" },
  },
  longer: {
    approved: { news: "Waiver extended", action: "action_item.waiver_extended" },
    refused: { news: "Longer waiver rejected", action: "action_item.waiver_refused" },
  },
} as const;

/** Returns what an action returns to after its waiver. A longer waiver takes that over from the one in force, which ends. */
async function leftFor(tx: TxCtx, before: ActionRecord) {
  const present = before.waivers.find(({ status }) => status === "approved");
  if (!present) return { leftStatus: before.status, leftBlock: await blockOf(tx, before) };
  await tx.db.waiver.update({ where: { id: present.id }, data: endedBy(tx) });
  const leftBlock = LeftBlock.safeParse(present.leftBlock).data ?? Prisma.DbNull;
  return { leftStatus: present.leftStatus ?? "proposed", leftBlock };
}

/** Withdraws a waiver that has no answer yet. The action keeps its status. */
export async function withdrawWaiverOf(
  ctx: Ctx,
  input: InputOf<typeof actionItemContract.withdrawWaiver>,
): Promise<ActionItem> {
  return transact(ctx, async (tx) => {
    const { row: before, refs } = await loadActionItem(tx, input.key);
    authorize(tx, "actionItem", "work", actionItemFacts(tx.actor, before, refs));
    await bumpVersion(tx, before, input.version);
    await tx.db.waiver.update({ where: { id: requestedOf(before).id }, data: endedBy(tx) });
    const after = await loadActionItem(tx, input.key);
    return record(tx, {
      action: "action_item.waiver_withdrawn",
      id: before.id,
      incidentId: before.incidentId,
      after: input,
      answer: () => presentActionItem(tx, after),
    });
  });
}
