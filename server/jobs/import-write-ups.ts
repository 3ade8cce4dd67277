import { contextFor } from "#server/base/kernel/context.ts";
import { processWriteUps, WRITE_UP_JOB } from "#server/follow/write-up/index.ts";
import type { Job } from "./job.ts";

/** Imports uploaded write-ups. Triggered by each upload, and runs at intervals for those that a stop interrupted. */
export const importWriteUps: Job = {
  name: WRITE_UP_JOB,
  when: { everySeconds: 15 },
  async run({ log, signal }) {
    const files = await processWriteUps(contextFor({ kind: "system", label: "job" }), signal);
    if (files > 0) log.info({ files }, "write-ups imported");
  },
};
