import type { PrismaClient } from "#generated/prisma/client.ts";
import { sendPost } from "#server/across/channel/index.ts";
import { forgetMessageDeliveries } from "#server/across/delivery/index.ts";
import { mailNotification } from "#server/across/mail/index.ts";
import { contextFor } from "#server/base/kernel/context.ts";
import { forgetSettled, OutboxRelay } from "#server/base/outbox/index.ts";
import { config } from "#server/base/process/config.ts";
import { count } from "#server/base/process/metrics.ts";
import { requestionMoved } from "#server/follow/action-item/index.ts";
import type { Job, JobContext } from "./job.ts";

// Kept between runs, because a blocked email outlives the run that started it.
const relays = new WeakMap<PrismaClient, OutboxRelay>();

/** Counts what was sent and what failed. Throws the failure, after which the outbox tries it again. */
async function counted(
  log: JobContext["log"],
  { name, help }: { name: string; help: string },
  send: () => Promise<void>,
): Promise<void> {
  try {
    await send();
  } catch (error) {
    count(name, help, { result: "failed" });
    log.warn({ err: error }, "couldn't send a message, trying again");
    throw error;
  }
  count(name, help, { result: "done" });
}

function relayOf({ database: { prisma }, log }: JobContext): OutboxRelay {
  const ctx = contextFor({ kind: "system", label: "job" });
  const relay =
    relays.get(prisma) ??
    new OutboxRelay(prisma, {
      "notification.created": ({ notificationId }, attempt) =>
        counted(log, { name: "afterword_mails_total", help: "Messages sent to the mail server." }, () =>
          mailNotification(ctx, config(), { notificationId, attempt }),
        ),
      "post.created": ({ deliveryId }, attempt) =>
        counted(log, { name: "afterword_posts_total", help: "Messages posted to channels." }, () =>
          sendPost(ctx, config(), { deliveryId, attempt }),
        ),
      "incident.start_moved": ({ incidentId }) => requestionMoved(ctx, incidentId),
    });
  relays.set(prisma, relay);
  return relay;
}

/**
 * Processes the outbox: emails, posts to channels and incidents whose start moved. Triggered after a commit, and runs at intervals in case a trigger
 * was missed.
 */
export const relayOutbox: Job = {
  name: "relay-outbox",
  when: { everySeconds: 5 },
  run: (context) => relayOf(context).drain(context.signal),
};

/** Removes settled rows of the outbox, at night. */
export const forgetOutbox: Job = {
  name: "forget-outbox",
  when: { cron: "37 3 * * *" },
  async run({ database, log }) {
    const rows = await forgetSettled(database.prisma);
    if (rows > 0) log.info({ rows }, "settled outbox rows deleted");
    const deliveries = await forgetMessageDeliveries(contextFor({ kind: "system", label: "job" }));
    if (deliveries > 0) log.info({ deliveries }, "old rows of the delivery log deleted");
  },
};
