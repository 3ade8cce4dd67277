import { writeMondays } from "#server/across/monday/index.ts";
import { contextFor } from "#server/base/kernel/context.ts";
import type { Job } from "./job.ts";

/** Tells each TPM on Monday what the week of the programme has. Runs hourly, because morning differs by time zone. */
export const writeMondayMail: Job = {
  name: "write-mondays",
  when: { cron: "12 * * * *" },
  async run({ log }) {
    const people = await writeMondays(contextFor({ kind: "system", label: "job" }));
    if (people > 0) log.info({ people }, "weeks of the programme written");
  },
};
