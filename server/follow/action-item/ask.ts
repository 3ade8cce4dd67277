import type { InferContractRouterOutputs } from "@orpc/contract";
import { actorId, actorName } from "#lib/base/access/actor.ts";
import { can } from "#lib/base/access/can.ts";
import { forbidden, notFound } from "#lib/base/errors.ts";
import { ACTION_STATUS_WORDS } from "#lib/base/vocabulary/action-item.ts";
import type { actionPartContract } from "#lib/contract/action-part.ts";
import { isUnsettledStatus } from "#lib/follow/action-item/lateness.ts";
import type { Ctx } from "#server/base/kernel/context.ts";
import type { InputOf } from "#server/base/kernel/input.ts";
import { actionKeyOf, numberOfKey } from "#server/base/kernel/keys.ts";
import { recordAll } from "#server/base/kernel/record.ts";
import { transact } from "#server/base/kernel/transaction.ts";
import { actionItemFacts } from "./facts.ts";
import { loadRefs } from "./load-refs.ts";
import { ACTION_ROW_SELECT, type ActionRowRecord } from "./select.ts";
import { nameOf, tellEach } from "./tell.ts";
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
    const told = await tellEach(
      tx,
      wanted.map((row) => ({
        ...{ row, userIds: [row.ownerId] },
        message: { kind: "action_item.asked", subject: `Question about ${nameOf(row)}`, body },
      })),
    );
    const asked = wanted.filter((_, at) => (told[at] ?? []).length > 0);
    const changes = asked.map(({ id, incidentId, ownerId }) => ({
      ...{ action: "action_item.asked" as const, id, incidentId },
      after: { ownerId },
    }));
    return recordAll(tx, changes, () => ({
      asked: asked.map((row) => ({ key: actionKeyOf(row.number), owner: refs.owners.get(row.ownerId ?? "") ?? "" })),
      notAsked: rows
        .filter((row) => !asked.includes(row))
        .map((row) => ({
          key: actionKeyOf(row.number),
          reason: whyNot(row, actorId(tx.actor)) ?? "Its owner can't read it any more",
        })),
    }));
  });
}

/** Returns why there is no one to ask about an action, or null. */
function whyNot({ ownerId, status, archivedAt }: ActionRowRecord, me: string | null): string | null {
  if (archivedAt !== null) return "It is archived";
  if (!isUnsettledStatus(status)) return `It is ${ACTION_STATUS_WORDS[status].toLowerCase()}`;
  if (ownerId === null) return "It has no owner";
  return ownerId === me ? "You own it" : null;
}
