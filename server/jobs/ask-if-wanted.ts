import { contextFor } from "#server/base/kernel/context.ts";
import { askIfWanted } from "#server/follow/action-item/index.ts";
import type { Job } from "./job.ts";

/** Asks about P3 actions that no one has changed for 90 days. */
export const askIfWantedJob: Job = {
  name: "ask-if-wanted",
  when: { everySeconds: 3600 },
  async run({ log, signal }) {
    const asked = await askIfWanted(contextFor({ kind: "system", label: "job" }), signal);
    if (asked > 0) log.info({ asked }, "asked whether actions are still wanted");
  },
};
