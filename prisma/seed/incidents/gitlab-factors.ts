import type { FactorPlan } from "../plan.ts";

export const GITLAB_FACTORS: readonly FactorPlan[] = [
  {
    name: "spike",
    statement: "A load spike outran replication, and nothing kept the log",
    detail:
      "Spam, and a background job removing an account that had been reported for abuse, raised the load together. The primary removed write-ahead log before the secondary had copied it. Without an archive the secondary could only be rebuilt by hand.",
    role: "contributor",
    domains: ["capacity", "architecture"],
    status: "supported",
    evidence: ["load", "paged", "lag-p"],
  },
  {
    name: "silent-tool",
    statement: "Rebuilding a standby was manual, and its tool was silent",
    detail:
      "pg_basebackup waits for the primary without printing anything. The runbook did not say so, and a normal wait looked like a failure.",
    role: "response_difficulty",
    domains: ["tooling", "knowledge"],
    status: "supported",
    evidence: ["silent", "settings"],
  },
  {
    name: "two-hosts",
    statement: "Two hosts looked alike at the moment it mattered",
    detail: "Names and prompts of primary and secondary differ in one digit, and both take the same commands.",
    role: "trigger",
    domains: ["tooling"],
    status: "supported",
    evidence: ["removed"],
  },
  {
    name: "backups-silent",
    statement: "Backups had stopped, and the failure raised no alarm",
    condition: "Failures raise no alarm",
    detail:
      "The dump job ran an older pg_dump than the database and failed on every run that could be found. Its emails were not signed, so the receiving server rejected them, and the job had no other way to report.",
    role: "detection_gap",
    domains: ["observability", "process"],
    status: "supported",
    evidence: ["nobackup"],
  },
  {
    name: "no-owner",
    statement: "No one owned restores, and they were not rehearsed",
    condition: "Recovery is manual and never rehearsed",
    detail:
      "Restores were not rehearsed because no one was named for them. Disk snapshots were off for the database servers because the other backups were thought to be enough.",
    role: "latent_condition",
    domains: ["process", "coordination"],
    status: "supported",
    evidence: [],
  },
  {
    name: "lucky-copy",
    statement: "A copy made by hand for a test was six hours old",
    detail: "It limited the loss to about six hours. No one could have relied on it.",
    role: "luck",
    domains: ["data"],
    status: "supported",
    evidence: ["snapshot", "decision"],
  },
];
