import { contextFor } from "#server/base/kernel/context.ts";
import { askForUpdates } from "#server/follow/strategic-change/index.ts";
import type { Job } from "./job.ts";

/** Asks the owners of strategic changes for updates that are due soon. */
export const askForUpdatesJob: Job = {
  name: "ask-for-updates",
  when: { cron: "22 * * * *" },
  async run({ log }) {
    const changes = await askForUpdates(contextFor({ kind: "system", label: "job" }));
    if (changes > 0) log.info({ changes }, "updates of strategic changes asked for");
  },
};
