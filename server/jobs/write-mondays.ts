import { writeMondays } from "#server/across/monday/index.ts";
import { closeWalks } from "#server/across/walk/index.ts";
import { contextFor } from "#server/base/kernel/context.ts";
import type { Job } from "./job.ts";

/**
 * Sends each TPM the week of the programme on Monday, and ends its meetings that no one ended. Runs hourly, because
 * morning differs by time zone.
 */
export const writeMondayMail: Job = {
  name: "write-mondays",
  when: { cron: "12 * * * *" },
  async run({ log }) {
    const ctx = contextFor({ kind: "system", label: "job" });
    const meetings = await closeWalks(ctx);
    if (meetings > 0) log.info({ meetings }, "meetings that no one ended closed");
    const people = await writeMondays(ctx);
    if (people > 0) log.info({ people }, "weeks of the programme written");
  },
};
