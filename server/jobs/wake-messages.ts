import { wakeSnoozed } from "#server/across/notification/index.ts";
import { contextFor } from "#server/base/kernel/context.ts";
import type { Job } from "./job.ts";

/** Shows snoozed messages again whose items have changed. */
export const wakeMessages: Job = {
  name: "wake-messages",
  when: { everySeconds: 60 },
  async run({ log }) {
    const shown = await wakeSnoozed(contextFor({ kind: "system", label: "job" }));
    if (shown > 0) log.info({ shown }, "snoozed messages shown again");
  },
};
