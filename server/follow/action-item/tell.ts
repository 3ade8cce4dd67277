import { actorId } from "#lib/base/access/actor.ts";
import { can } from "#lib/base/access/can.ts";
import { needsSecondPerson } from "#lib/follow/action-item/second-person.ts";
import type { TxCtx } from "#server/base/kernel/context.ts";
import { actionKeyOf } from "#server/base/kernel/keys.ts";
import { notify } from "#server/base/kernel/notify.ts";
import { ACTOR_SELECT, userActor } from "#server/people/auth/user-actor.ts";
import { actionItemFacts } from "./facts.ts";
import { loadRefs } from "./load-refs.ts";
import type { ActionRowRecord } from "./select.ts";

interface Message {
  kind: "action_item.assigned" | "action_item.to_verify" | "action_item.sent_back";
  subject: string;
  body: string;
}

/**
 * Notifies people about an action item, in the transaction of the change. No one is notified of what they did
 * themselves, or of an action that they can't read or (to verify) can't verify. Returns who was notified.
 */
export async function tell(
  tx: TxCtx,
  row: ActionRowRecord,
  userIds: readonly (string | null)[],
  message: Message,
): Promise<string[]> {
  const wanted = [...new Set(userIds)].flatMap((id) => (id === null || id === actorId(tx.actor) ? [] : [id]));
  const users = await tx.db.user.findMany({ where: { id: { in: wanted } }, select: ACTOR_SELECT });
  const reached: string[] = [];
  for (const actor of users.flatMap((user) => userActor(user, null) ?? [])) {
    const refs = await loadRefs({ ...tx, actor }, [row]);
    const ability = message.kind === "action_item.to_verify" ? "verify" : "read";
    if (!can(actor, "actionItem", ability, actionItemFacts(actor, row, refs))) continue;
    const href = `/actions/${actionKeyOf(row.number)}`;
    await notify(tx, { ...message, userId: actor.id, href, incidentId: row.incidentId });
    reached.push(actor.id);
  }
  return reached;
}

const nameOf = (row: ActionRowRecord) => `${actionKeyOf(row.number)} ${row.title}`;

/** Notifies an owner who was named by someone else. */
export const tellOwner = (tx: TxCtx, row: ActionRowRecord) =>
  tell(tx, row, [row.ownerId], {
    kind: "action_item.assigned",
    subject: `Accept or reassign: ${nameOf(row)}`,
    body: row.dueDate === null ? "It has no due date." : `Due ${row.dueDate.toISOString().slice(0, 10)}.`,
  });

/** Notifies the owner and the implementer that someone else sent it back. */
export const tellSentBack = (tx: TxCtx, row: ActionRowRecord, reason: string) =>
  tell(tx, row, [row.ownerId, row.implementedById], {
    kind: "action_item.sent_back",
    subject: `Resumed: ${nameOf(row)}`,
    body: reason,
  });

/**
 * Notifies the people who can verify: the manager of the action's team (without a team: of the owner's teams). If there
 * is no one, then the facilitator of its review. For an action that needs a second person then the TPMs, else the
 * admins. Never the owner or the implementer.
 */
export async function tellVerifiers(tx: TxCtx, row: ActionRowRecord, evidence: string): Promise<void> {
  const teams = await tx.db.team.findMany({
    where: row.teamId === null ? { members: { some: { userId: row.ownerId ?? { in: [] } } } } : { id: row.teamId },
    select: { managerId: true },
  });
  const message = {
    kind: "action_item.to_verify",
    subject: `Verify: ${nameOf(row)}`,
    body: evidence,
  } as const;
  const others = (ids: readonly (string | null)[]) =>
    ids.filter((id) => id !== row.ownerId && id !== row.implementedById);
  const reached = await tell(tx, row, others(teams.map(({ managerId }) => managerId)), message);
  if (reached.length > 0) return;
  const review = await tx.db.review.findFirst({
    where: { id: row.reviewId ?? { in: [] } },
    select: { facilitatorId: true },
  });
  const facilitators = await tell(tx, row, others([review?.facilitatorId ?? null]), message);
  if (facilitators.length > 0 || !needsSecondPerson(row.priority)) return;
  for (const role of ["tpm", "admin"] as const) {
    const people = await tx.db.user.findMany({ where: { role, disabledAt: null }, select: { id: true } });
    if ((await tell(tx, row, others(people.map(({ id }) => id)), message)).length > 0) return;
  }
}
