import { contextFor } from "#server/base/kernel/context.ts";
import {
  forgetTrackerLines,
  forgetTrackerTokens,
  pollTrackers,
  SYNC_JOB,
  syncIssues,
} from "#server/follow/tracker/index.ts";
import type { Job } from "./job.ts";

/** Brings actions and their linked issues together. Triggered by webhooks and changes, and runs at intervals too. */
export const syncTrackers: Job = {
  name: SYNC_JOB,
  when: { everySeconds: 10 },
  async run({ log, signal }) {
    const ctx = contextFor({ kind: "system", label: "job" });
    await pollTrackers(ctx, signal);
    const compared = await syncIssues(ctx, signal);
    if (compared > 0) log.info({ compared }, "linked issues compared");
  },
};

/** Deletes the log of trackers, and tokens of removed connections, after 30 days, at night. */
export const forgetTrackerLog: Job = {
  name: "forget-tracker-log",
  when: { cron: "57 3 * * *" },
  async run({ log }) {
    const ctx = contextFor({ kind: "system", label: "job" });
    await forgetTrackerTokens(ctx);
    const rows = await forgetTrackerLines(ctx);
    if (rows > 0) log.info({ rows }, "old lines of trackers deleted");
  },
};
