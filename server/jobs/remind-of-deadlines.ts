import { remindOfDeadlines } from "#server/across/deadline/index.ts";
import { contextFor } from "#server/base/kernel/context.ts";
import type { Job } from "./job.ts";

/** Reminds people of deadlines of incidents and reviews, before their time and once it has passed. */
export const remindOfDeadlinesJob: Job = {
  name: "remind-of-deadlines",
  when: { everySeconds: 300 },
  async run({ log, signal }) {
    const reminders = await remindOfDeadlines(contextFor({ kind: "system", label: "job" }), signal);
    if (reminders > 0) log.info({ reminders }, "reminders of deadlines recorded");
  },
};
