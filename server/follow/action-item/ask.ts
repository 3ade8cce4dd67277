import type { InferContractRouterOutputs } from "@orpc/contract";
import { actorId, actorName } from "#lib/base/access/actor.ts";
import { can } from "#lib/base/access/can.ts";
import { forbidden, notFound } from "#lib/base/errors.ts";
import { ACTION_STATUS_WORDS } from "#lib/base/vocabulary/action-item.ts";
import type { actionPartContract } from "#lib/contract/action-part.ts";
import { isUnsettledStatus } from "#lib/follow/action-item/lateness.ts";
import { authorize } from "#server/base/kernel/authorize.ts";
import type { Ctx } from "#server/base/kernel/context.ts";
import type { InputOf } from "#server/base/kernel/input.ts";
import { actionKeyOf, numberOfKey } from "#server/base/kernel/keys.ts";
import { withdrawMessages } from "#server/base/kernel/notify.ts";
import { recordAll } from "#server/base/kernel/record.ts";
import { transact } from "#server/base/kernel/transaction.ts";
import { actionItemFacts } from "./facts.ts";
import { loadRefs } from "./load-refs.ts";
import { ACTION_ROW_SELECT, type ActionRowRecord } from "./select.ts";
import { nameOf, sendEach, tellEach } from "./tell.ts";
import { actionItemVisibleTo } from "./visible-to.ts";

type Answer = InferContractRouterOutputs<typeof actionPartContract>["ask"];

/**
 * Sends the owner of each action a message with a question. Actions without someone to ask are named with the reason.
 * Throws `not_found` for an unknown one, `forbidden` for one that the actor can't comment on.
 */
export async function askOwners(ctx: Ctx, { keys, question }: InputOf<typeof actionPartContract.ask>): Promise<Answer> {
  return transact(ctx, async (tx) => {
    const numbers = [...new Set(keys.map(numberOfKey))];
    const where = { AND: [{ number: { in: numbers } }, actionItemVisibleTo(tx.actor)] };
    const rows = await tx.db.actionItem.findMany({ where, select: ACTION_ROW_SELECT, orderBy: { number: "asc" } });
    if (rows.length < numbers.length) throw notFound();
    const refs = await loadRefs(tx, rows);
    if (!rows.every((row) => can(tx.actor, "actionItem", "comment", actionItemFacts(tx.actor, row, refs))))
      throw forbidden();
    const wanted = rows.filter((row) => whyNot(row, actorId(tx.actor)) === null);
    const body = `${actorName(tx.actor)}: ${question}`;
    const sent = await sendEach(
      tx,
      wanted.map((row) => ({
        ...{ row, userIds: [row.ownerId] },
        message: { kind: "action_item.asked", subject: `Question about ${nameOf(row)}`, body },
      })),
    );
    const asked = wanted.flatMap((row, at) => (sent[at] ?? []).map(({ messageId }) => ({ row, messageId })));
    const changes = asked.map(({ row: { id, incidentId, ownerId }, messageId }) => ({
      ...{ action: "action_item.asked" as const, id, incidentId },
      after: { ownerId, messageId },
    }));
    return recordAll(tx, changes, () => ({
      asked: asked.map(({ row: { number, ownerId }, messageId }) => ({
        ...{ key: actionKeyOf(number), owner: refs.owners.get(ownerId ?? "") ?? "", messageId },
      })),
      notAsked: rows
        .filter((row) => !asked.some((one) => one.row === row))
        .map((row) => ({
          key: actionKeyOf(row.number),
          reason: whyNot(row, actorId(tx.actor)) ?? "Its owner can't read it any more",
        })),
    }));
  });
}

/**
 * Withdraws questions that the actor asked. Those that their owners haven't seen yet are gone, and the others get one
 * message about it. The history keeps both. Throws `not_found` for a question of someone else.
 */
export async function unaskOwners(
  ctx: Ctx,
  { asks }: InputOf<typeof actionPartContract.unask>,
): Promise<{ withdrawn: number; told: number }> {
  return transact(ctx, async (tx) => {
    const numbers = asks.map(({ key }) => numberOfKey(key));
    const where = { AND: [{ number: { in: numbers } }, actionItemVisibleTo(tx.actor)] };
    const rows = await tx.db.actionItem.findMany({ where, select: ACTION_ROW_SELECT, orderBy: { number: "asc" } });
    const refs = await loadRefs(tx, rows);
    for (const row of rows) authorize(tx, "actionItem", "comment", actionItemFacts(tx.actor, row, refs));
    const open: { row: ActionRowRecord; messageId: string }[] = [];
    for (const { key, messageId } of asks) {
      const row = rows.find(({ number }) => number === numberOfKey(key));
      const of = { nounId: row?.id ?? "", noun: "action_item", after: { path: ["messageId"], equals: messageId } };
      const mine = { ...of, action: "action_item.asked", actorId: actorId(tx.actor) };
      if (!row || (await tx.db.auditEntry.count({ where: mine })) === 0) throw notFound();
      const isOver = await tx.db.auditEntry.count({ where: { ...of, action: "action_item.ask_withdrawn" } });
      if (isOver === 0) open.push({ row, messageId });
    }
    const seen = await withdrawMessages(
      tx,
      open.map(({ messageId }) => messageId),
    );
    await tellEach(
      tx,
      open.flatMap(({ row, messageId }) => {
        const userId = seen.get(messageId);
        const subject = `Question withdrawn: ${nameOf(row)}`;
        const message = { kind: "action_item.ask_withdrawn" as const, subject, body: "You don't need to reply." };
        return userId === undefined ? [] : [{ row, userIds: [userId], message }];
      }),
    );
    const changes = open.map(({ row: { id, incidentId }, messageId }) => ({
      ...{ action: "action_item.ask_withdrawn" as const, id, incidentId },
      after: { messageId },
    }));
    return recordAll(tx, changes, () => ({ withdrawn: open.length, told: seen.size }));
  });
}

/** Returns why there is no one to ask about an action, or null. */
function whyNot({ ownerId, status, archivedAt }: ActionRowRecord, me: string | null): string | null {
  if (archivedAt !== null) return "It is archived";
  if (!isUnsettledStatus(status)) return `It is ${ACTION_STATUS_WORDS[status].toLowerCase()}`;
  if (ownerId === null) return "It has no owner";
  return ownerId === me ? "You own it" : null;
}
