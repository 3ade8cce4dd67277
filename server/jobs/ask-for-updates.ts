import { contextFor } from "#server/base/kernel/context.ts";
import { askForEffects, askForUpdates, tellSlips } from "#server/follow/strategic-change/index.ts";
import type { Job } from "./job.ts";

/**
 * Asks the owners of strategic changes for updates that are due soon, and others for the effect of delivered ones. Tells
 * sponsors of milestones that slipped without an update.
 */
export const askForUpdatesJob: Job = {
  name: "ask-for-updates",
  when: { cron: "22 * * * *" },
  async run({ log }) {
    const ctx = contextFor({ kind: "system", label: "job" });
    const changes = await askForUpdates(ctx);
    if (changes > 0) log.info({ changes }, "updates of strategic changes asked for");
    const slips = await tellSlips(ctx);
    if (slips > 0) log.info({ changes: slips }, "sponsors told of slipped milestones");
    const effects = await askForEffects(ctx);
    if (effects > 0) log.info({ effects }, "effects of strategic changes asked for");
  },
};
