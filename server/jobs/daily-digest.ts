import { writeDigests } from "#server/across/notification/index.ts";
import { contextFor } from "#server/base/kernel/context.ts";
import type { Job } from "./job.ts";

/**
 * Notifies everyone once a day which of their items are late. Runs hourly, because morning is at another hour in each
 * time zone.
 */
export const dailyDigest: Job = {
  name: "daily-digest",
  when: { cron: "7 * * * *" },
  async run({ log }) {
    const people = await writeDigests(contextFor({ kind: "system", label: "job" }));
    if (people > 0) log.info({ people }, "digests written");
  },
};
