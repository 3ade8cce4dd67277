import { keepNotSent, sendKept } from "#server/across/delivery/index.ts";
import type { Ctx } from "#server/base/kernel/context.ts";
import type { Attempt } from "#server/base/outbox/index.ts";
import { type Config, ownOrigin } from "#server/base/process/config.ts";
import { post } from "./post.ts";

const SIGNS: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;" };
const escapeSlack = (text: string) => text.replace(/[&<>]/g, (sign) => SIGNS[sign] ?? sign);

/** Sends a post that is waiting. Not sent if its incident has become restricted, or its channel was removed. */
export async function sendPost(
  ctx: Ctx,
  config: Pick<Config, "publicUrl" | "host" | "port">,
  { deliveryId, attempt }: { deliveryId: string; attempt: Attempt },
): Promise<void> {
  const row = await ctx.db.messageDelivery.findUnique({
    where: { id: deliveryId, state: "waiting" },
    select: { id: true, href: true, words: true, incidentId: true, channelId: true, channel: true },
  });
  if (!row?.channel) return;
  const { id, href, words, incidentId, channel } = row;
  if (channel.removedAt !== null) return keepNotSent(ctx, id, "removed");
  const isRestricted =
    incidentId !== null && (await ctx.db.incident.count({ where: { id: incidentId, restricted: true } })) > 0;
  if (isRestricted) return keepNotSent(ctx, id, "restricted");
  const link = new URL(href, ownOrigin(config)).href;
  await sendKept(ctx, id, attempt, () => post(ctx, channel.id, `<${link}|${escapeSlack(words)}>`));
}
