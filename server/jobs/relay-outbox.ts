import type { PrismaClient } from "#generated/prisma/client.ts";
import { mailNotification } from "#server/across/mail/index.ts";
import { contextFor } from "#server/base/kernel/context.ts";
import { forgetSettled, OutboxRelay } from "#server/base/outbox/index.ts";
import { config } from "#server/base/process/config.ts";
import { count } from "#server/base/process/metrics.ts";
import type { Job, JobContext } from "./job.ts";

// Kept between runs, because a blocked email outlives the run that started it.
const relays = new WeakMap<PrismaClient, OutboxRelay>();

function relayOf({ database: { prisma }, log }: JobContext): OutboxRelay {
  const ctx = contextFor({ kind: "system", label: "job" });
  const relay =
    relays.get(prisma) ??
    new OutboxRelay(prisma, {
      "notification.created": async ({ notificationId }) => {
        const counted = (result: string) =>
          count("afterword_mails_total", "Messages sent to the mail server.", { result });
        await mailNotification(ctx, config(), notificationId).catch((error: unknown) => {
          counted("failed");
          log.warn({ err: error, notificationId }, "couldn't send an email, trying again");
          throw error;
        });
        counted("done");
      },
    });
  relays.set(prisma, relay);
  return relay;
}

/** Processes the outbox: emails. Triggered after a commit, and runs at intervals in case a trigger was missed. */
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
  },
};
