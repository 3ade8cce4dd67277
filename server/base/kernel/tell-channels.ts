import type { ChannelKind } from "#lib/base/vocabulary/message-delivery.ts";
import type { TxCtx } from "./context.ts";
import { emit } from "./outbox.ts";

interface Posted {
  kind: ChannelKind;
  /** Whose channels hear of it, as well as those of everyone. */
  teamIds: readonly string[];
  words: string;
  href: string;
  /** Nothing of a restricted incident is posted: also not if it's restricted before the post is sent. */
  incidentId: string | null;
}

/**
 * Leaves a post to each channel that hears of this, in the transaction of the change. None about a restricted incident.
 */
export async function tellChannels(tx: TxCtx, { kind, teamIds, words, href, incidentId }: Posted): Promise<void> {
  const channels = await tx.db.channel.findMany({
    where: { removedAt: null, kinds: { has: kind }, OR: [{ teamId: null }, { teamId: { in: [...teamIds] } }] },
    select: { id: true },
    orderBy: { id: "asc" },
  });
  if (channels.length === 0) return;
  if (incidentId !== null && (await tx.db.incident.count({ where: { id: incidentId, restricted: true } })) > 0) return;
  for (const { id: channelId } of channels) {
    const id = tx.newId();
    const told = { kind: `channel.${kind}`, href, incidentId, words };
    await tx.db.messageDelivery.create({ data: { id, channelId, state: "waiting", ...told, createdAt: tx.now() } });
    await emit(tx, "post.created", { deliveryId: id, userId: channelId });
  }
}
