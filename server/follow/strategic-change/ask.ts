import { actorId, actorName } from "#lib/base/access/actor.ts";
import { notFound, refuse } from "#lib/base/errors.ts";
import type { strategicChangeContract } from "#lib/contract/strategic-change.ts";
import { authorize } from "#server/base/kernel/authorize.ts";
import type { Ctx } from "#server/base/kernel/context.ts";
import type { InputOf } from "#server/base/kernel/input.ts";
import { changeKeyOf } from "#server/base/kernel/keys.ts";
import { notify, withdrawMessages } from "#server/base/kernel/notify.ts";
import { record, unrecorded } from "#server/base/kernel/record.ts";
import { transact } from "#server/base/kernel/transaction.ts";
import { loadStrategicChange } from "./load.ts";

const messageAbout = ({ number }: { number: number }) => ({
  ...{ href: `/strategy/${changeKeyOf(number)}`, incidentId: null },
});

/** Sends the owner of a change a message with a question. Throws `rule` if there is no one else to ask. */
export async function askOwner(
  ctx: Ctx,
  { key, question }: InputOf<typeof strategicChangeContract.ask>,
): Promise<{ owner: string; messageId: string }> {
  return transact(ctx, async (tx) => {
    const row = await loadStrategicChange(tx, key);
    authorize(tx, "strategicChange", "comment", row);
    const { id, number, title, owner } = row;
    if (row.archivedAt !== null) throw refuse("no_one_to_ask", "This change is archived. Restore it first.");
    if (!owner) throw refuse("no_one_to_ask", "This change has no owner. Name one first.");
    if ((await tx.db.user.count({ where: { id: owner.id, disabledAt: null } })) === 0)
      throw refuse("no_one_to_ask", "The account of its owner is disabled. Name another owner first.");
    if (owner.id === actorId(tx.actor)) throw refuse("no_one_to_ask", "You own this change");
    const messageId = await notify(tx, {
      ...{ ...messageAbout(row), userId: owner.id, kind: "strategic_change.asked" },
      subject: `Question about ${changeKeyOf(number)} ${title}`,
      body: `${actorName(tx.actor)}: ${question}`,
    });
    return record(tx, {
      ...{ action: "strategic_change.asked", id, after: { ownerId: owner.id, messageId } },
      answer: async () => ({ owner: owner.name, messageId }),
    });
  });
}

/** Withdraws a question of the actor. Its owner gets a message only if they have seen it. Throws `not_found` for another. */
export async function unaskOwner(
  ctx: Ctx,
  { key, messageId }: InputOf<typeof strategicChangeContract.unask>,
): Promise<{ told: boolean }> {
  return transact(ctx, async (tx) => {
    const row = await loadStrategicChange(tx, key);
    authorize(tx, "strategicChange", "comment", row);
    const of = { nounId: row.id, noun: "strategic_change", after: { path: ["messageId"], equals: messageId } };
    const mine = { ...of, action: "strategic_change.asked", actorId: actorId(tx.actor) };
    if ((await tx.db.auditEntry.count({ where: mine })) === 0) throw notFound();
    const isOver = await tx.db.auditEntry.count({ where: { ...of, action: "strategic_change.ask_withdrawn" } });
    if (isOver > 0) return unrecorded("it was withdrawn before", () => ({ told: false }));
    const userId = (await withdrawMessages(tx, [messageId])).get(messageId);
    if (userId !== undefined)
      await notify(tx, {
        ...{ ...messageAbout(row), userId, kind: "strategic_change.ask_withdrawn" },
        subject: `Question withdrawn: ${changeKeyOf(row.number)} ${row.title}`,
        body: "You don't need to reply.",
      });
    return record(tx, {
      ...{ action: "strategic_change.ask_withdrawn", id: row.id, after: { messageId } },
      answer: async () => ({ told: userId !== undefined }),
    });
  });
}
