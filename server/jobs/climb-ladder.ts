import { climbLadder } from "#server/across/ladder/index.ts";
import { contextFor } from "#server/base/kernel/context.ts";
import type { Job } from "./job.ts";

/** Notifies people about due dates: the owner first, then one after the other who can help. */
export const climbLadderJob: Job = {
  name: "climb-ladder",
  when: { everySeconds: 60 },
  async run({ log, signal }) {
    const rungs = await climbLadder(contextFor({ kind: "system", label: "job" }), signal);
    if (rungs > 0) log.info({ rungs }, "rungs of the ladder recorded");
  },
};
