import { contextFor } from "#server/base/kernel/context.ts";
import { endWaivers } from "#server/follow/action-item/index.ts";
import type { Job } from "./job.ts";

/** Returns actions to work once their waiver is over, and announces a week ahead that it ends. */
export const endDueWaivers: Job = {
  name: "end-waivers",
  when: { everySeconds: 300 },
  async run({ log, signal }) {
    const ended = await endWaivers(contextFor({ kind: "system", label: "job" }), signal);
    if (ended > 0) log.info({ ended }, "waivers ended");
  },
};
