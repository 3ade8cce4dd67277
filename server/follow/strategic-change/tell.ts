import { actorId } from "#lib/base/access/actor.ts";
import { CHANGE_HEALTH_WORDS, type ChangeHealth } from "#lib/base/vocabulary/strategic-change.ts";
import type { TxCtx } from "#server/base/kernel/context.ts";
import { changeKeyOf } from "#server/base/kernel/keys.ts";
import { notify } from "#server/base/kernel/notify.ts";

interface Named {
  number: number;
  title: string;
}

/** Notifies a person about a change, but not of what they did themselves. */
export async function tellChange(
  tx: TxCtx,
  userId: string | null,
  row: Named,
  words: { kind: string; subject: string; body: string },
) {
  if (userId === null || userId === actorId(tx.actor)) return;
  await notify(tx, { ...words, userId, href: `/strategy/${changeKeyOf(row.number)}`, incidentId: null });
}

/** Notifies an owner who was named by someone else. */
export const tellAssigned = (tx: TxCtx, row: Named & { ownerId: string | null }) =>
  tellChange(tx, row.ownerId, row, {
    kind: "strategic_change.assigned",
    subject: `You now lead: ${changeKeyOf(row.number)} ${row.title}`,
    body: "",
  });

/** Notifies the sponsor that help is wanted. */
export const tellSponsor = (
  tx: TxCtx,
  row: Named & { sponsorId: string | null },
  { health, body }: { health: ChangeHealth; body: string },
) =>
  tellChange(tx, row.sponsorId, row, {
    kind: "strategic_change.needs_help",
    subject: `${CHANGE_HEALTH_WORDS[health]}: ${changeKeyOf(row.number)} ${row.title}`,
    body,
  });
