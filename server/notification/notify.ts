import { actorId } from "#lib/access/actor.ts";
import { ACTOR_SELECT, userActor } from "#server/auth/user-actor.ts";
import { emit } from "#server/kernel/outbox.ts";
import type { TxCtx } from "#server/kernel/transaction.ts";
import { hearersOf } from "./hearers-of.ts";

export interface NotifyInput {
  userIds: readonly string[];
  kind: string;
  /** One line that says what happened, in full. */
  subject: string;
  body?: string;
  href: string;
  /** Incident whose restriction it inherits. */
  incidentId?: string | null;
}

/**
 * Tells people something: a line in their inbox, and a mail where there is a mail server. Leaves out who acts, whose
 * access has ended, and who has no way to a restricted incident. Answers how many were told.
 */
export async function notify(tx: TxCtx, input: NotifyInput): Promise<number> {
  const wanted = [...new Set(input.userIds)].filter((id) => id !== actorId(tx.actor));
  if (wanted.length === 0) return 0;
  const mayHear = await hearersOf(tx, input.incidentId ?? null);
  const users = await tx.db.user.findMany({ where: { id: { in: wanted } }, select: ACTOR_SELECT });
  const told = users.flatMap((user) => userActor(user, null) ?? []).filter(mayHear);
  for (const actor of told) {
    const { kind, subject, body = "", href, incidentId = null } = input;
    const notificationId = tx.newId();
    await tx.db.notification.create({
      data: { id: notificationId, userId: actor.id, kind, subject, body, href, incidentId, createdAt: tx.now() },
    });
    await emit(tx, "notification.created", { notificationId });
  }
  return told.length;
}
