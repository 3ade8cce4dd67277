import { contextFor } from "#server/base/kernel/context.ts";
import { tellLateTasks } from "#server/reviews/review-task/index.ts";
import type { Job } from "./job.ts";

/** Notifies people about late tasks of reviews. Runs hourly, because the day ends at another hour in each time zone. */
export const tellLateTasksJob: Job = {
  name: "tell-late-tasks",
  when: { cron: "37 * * * *" },
  async run({ log }) {
    const tasks = await tellLateTasks(contextFor({ kind: "system", label: "job" }));
    if (tasks > 0) log.info({ tasks }, "messages about late tasks of reviews written");
  },
};
