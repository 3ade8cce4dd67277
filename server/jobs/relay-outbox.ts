import { mailNotification } from "#server/across/mail/index.ts";
import { forgetSettled, type OutboxHandlers, relayOutbox as relay } from "#server/base/outbox/index.ts";
import { config } from "#server/base/process/config.ts";
import { contextFor } from "#server/people/auth/http-context.ts";
import type { Job } from "./job.ts";

/** Carries out what commits left behind: mails. Kicked after a commit, and looks by itself when a kick was missed. */
export const relayOutbox: Job = {
  name: "relay-outbox",
  when: { everySeconds: 5 },
  async run({ database: { prisma }, log, signal }) {
    const ctx = contextFor({ kind: "system", label: "job" });
    const handlers: OutboxHandlers = {
      "notification.created": async ({ notificationId }) => {
        await mailNotification(ctx, config(), notificationId).catch((error: unknown) => {
          log.warn({ err: error, notificationId }, "a mail could not be sent; it is tried again");
          throw error;
        });
      },
    };
    while (!signal.aborted && (await relay(prisma, handlers)) > 0);
  },
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
