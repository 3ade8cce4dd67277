import type { Prisma } from "#generated/prisma/client.ts";
import type { RecordAction } from "#lib/base/access/actions.ts";
import { actorId } from "#lib/base/access/actor.ts";
import { refuse } from "#lib/base/errors.ts";
import type { ActionItem, actionItemContract } from "#lib/contract/action-item.ts";
import { setBlocked } from "#lib/follow/action-item/blocked.ts";
import type { DueMove } from "#lib/follow/action-item/due.ts";
import { moveDueDate } from "#lib/follow/action-item/due.ts";
import { mayLower } from "#lib/follow/action-item/second-person.ts";
import { audit } from "#server/base/kernel/audit.ts";
import { authorize } from "#server/base/kernel/authorize.ts";
import type { Ctx } from "#server/base/kernel/context.ts";
import { fromLocalDateOrNull, toLocalDate } from "#server/base/kernel/dates.ts";
import { given } from "#server/base/kernel/given.ts";
import { guardVersion } from "#server/base/kernel/guard-version.ts";
import type { InputOf } from "#server/base/kernel/input.ts";
import { emit } from "#server/base/kernel/outbox.ts";
import type { TxCtx } from "#server/base/kernel/transaction.ts";
import { transact } from "#server/base/kernel/transaction.ts";
import { checkFactors, checkOwner, checkTeam } from "./checks.ts";
import { dateAbility } from "./date-ability.ts";
import { actionItemFacts } from "./facts.ts";
import { getActionItem } from "./get.ts";
import { loadActionItem } from "./load.ts";
import { presentActionItem } from "./present.ts";
import type { ActionRecord } from "./select.ts";
import { readableFactors } from "./select.ts";
import { tellOwner } from "./tell.ts";

/** Sets which factors an action answers. Links to factors that the actor may not read stay as they are. */
async function replaceFactors(tx: TxCtx, actionItemId: string, factorIds: readonly string[]): Promise<void> {
  await checkFactors(tx, factorIds);
  await tx.db.actionItemFactor.deleteMany({ where: { actionItemId, factor: readableFactors(tx.actor) } });
  await tx.db.actionItemFactor.createMany({
    data: [...new Set(factorIds)].map((factorId) => ({ actionItemId, factorId })),
  });
}

/** Keeps a moved promise: the old date stays visible beside the reason. */
async function keepDueMove(tx: TxCtx, actionItemId: string, { from, to, reason }: DueMove): Promise<void> {
  await tx.db.actionItemDueMove.create({
    data: {
      id: tx.newId(),
      actionItemId,
      fromDate: fromLocalDateOrNull(from),
      toDate: fromLocalDateOrNull(to),
      reason,
      movedById: actorId(tx.actor),
      movedAt: tx.now(),
    },
  });
}

type Input = InputOf<typeof actionItemContract.update>;

/** Changes fields of an action item. Throws `conflict` with the newer row for a stale version, `rule` where a rule refuses. */
export async function updateActionItem(ctx: Ctx, input: Input): Promise<ActionItem> {
  return transact(ctx, async (tx) => {
    const { key, version } = input;
    const { row: before, refs } = await loadActionItem(tx, key);
    const facts = actionItemFacts(tx.actor, before, refs);
    for (const action of abilitiesAsked(before, input)) authorize(tx, "actionItem", action, facts);
    const isStale = before.version !== version;
    // Rules speak about the row as the person saw it; a stale one is answered with the newer row instead.
    const { data, move } = isStale ? { data: {}, move: null } : await changesOf(tx, before, input);
    const changed = await tx.db.actionItem.updateMany({
      where: { id: before.id, version },
      data: { ...data, ...(move ? { dueMoves: { increment: 1 } } : {}), version: { increment: 1 } },
    });
    await guardVersion(changed, () => getActionItem(tx, { key }));
    if (move) await keepDueMove(tx, before.id, move);
    if (input.factorIds) await replaceFactors(tx, before.id, input.factorIds);
    const after = await loadActionItem(tx, key);
    await audit(tx, {
      action: "action_item.updated",
      noun: "action_item",
      nounId: before.id,
      incidentId: before.incidentId,
      before: pick(before, input),
      after: input,
    });
    await emit(tx, "record.changed", { noun: "action_item", id: before.id, incidentId: before.incidentId });
    if (after.row.ownerId !== before.ownerId) await tellOwner(tx, after.row);
    return presentActionItem(tx, after);
  });
}

const pick = (row: object, input: object) => Object.fromEntries(Object.entries(row).filter(([name]) => name in input));

function abilitiesAsked(before: ActionRecord, input: Input): RecordAction<"actionItem">[] {
  const { key: _key, version: _version, dueDate, dueReason: _reason, blockedReason, ...fields } = input;
  const asked: RecordAction<"actionItem">[] = [];
  if (dueDate !== undefined) asked.push(dateAbility(before.status));
  if (blockedReason !== undefined) asked.push("work");
  return asked.length === 0 || Object.keys(given(fields)).length > 0 ? [...asked, "edit"] : asked;
}

const NOT_LOWERED =
  "An accepted P0 or P1 is lowered to P2 or P3 by somebody other than its owner and whoever implemented it.";

type Data = Prisma.ActionItemUncheckedUpdateManyInput;

/** The columns that change, by the rules; and the due-date move to keep, if it is one. */
async function changesOf(ctx: Ctx, before: ActionRecord, input: Input) {
  const { ownerId, teamId, title, description, type, priority, doneWhen, trackerUrl } = input;
  const data: Data = given({ ownerId, teamId, title, description, type, priority, doneWhen, trackerUrl });
  if (ownerId === null && ["accepted", "in_progress", "implemented"].includes(before.status))
    throw refuse("owner_needed", "One person owns an accepted action. Name the next owner instead.");
  if (priority && !mayLower(before, priority, actorId(ctx.actor))) throw refuse("second_person_needed", NOT_LOWERED);
  if (ownerId) await checkOwner(ctx, ownerId);
  if (teamId) await checkTeam(ctx, teamId);
  if (input.archived !== undefined) data.archivedAt = input.archived ? (before.archivedAt ?? ctx.now()) : null;
  if (input.blockedReason !== undefined) {
    const blocked = setBlocked(before, input.blockedReason);
    if (!blocked.ok) throw refuse(blocked.rule, blocked.message);
    Object.assign(data, blocked.patch);
  }
  if (input.dueDate === undefined) return { data, move: null };
  const due = { status: before.status, dueDate: toLocalDate(before.dueDate) };
  const moved = moveDueDate(due, input.dueDate, input.dueReason);
  if (!moved.ok) throw refuse(moved.rule, moved.message);
  return { data: { ...data, dueDate: fromLocalDateOrNull(input.dueDate) }, move: moved.move };
}
