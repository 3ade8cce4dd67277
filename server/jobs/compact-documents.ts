import { compactDueDocuments, deleteCoveredUpdates } from "#server/reviews/document/index.ts";
import type { Job } from "./job.ts";

/** Merges long document logs into their snapshots. */
export const compactDocuments: Job = {
  name: "compact-documents",
  when: { cron: "* * * * *" },
  async run({ database, log }) {
    const compacted = await compactDueDocuments(database.logPool);
    if (compacted > 0) log.info({ documents: compacted }, "document logs compacted");
  },
};

/** Deletes log rows that a snapshot has covered for long enough, at night. */
export const deleteCovered: Job = {
  name: "delete-covered-updates",
  when: { cron: "17 3 * * *" },
  async run({ database, log }) {
    const rows = await deleteCoveredUpdates(database.logPool);
    if (rows > 0) log.info({ rows }, "old document updates deleted");
  },
};
