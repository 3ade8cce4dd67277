import type { IncidentPlan } from "../plan.ts";
import { GITLAB_ACTIONS } from "./gitlab-actions.ts";
import { GITLAB_REVIEW } from "./gitlab-review.ts";

const NOTES = "https://about.gitlab.com/blog/2017/02/01/gitlab-dot-com-database-incident/";
const WRITE_UP = "https://about.gitlab.com/blog/2017/02/10/postmortem-of-database-outage-of-january-31/";

/**
 * The database outage of GitLab.com: facts from GitLab's public notes and post-mortem, in our own words. Events keep
 * their dates. No one at GitLab is named. People, owners, comments and the dates of actions are fictional.
 */
export const gitlab: IncidentPlan = {
  name: "gitlab",
  title: "GitLab.com database outage",
  severity: 2,
  services: ["gitlab", "postgres"],
  startedAt: new Date("2017-01-31T18:00:00Z"),
  resolvedAt: new Date("2017-02-01T18:00:00Z"),
  impact:
    "No one could use GitLab.com from about 23:30 UTC on 31 January 2017 until 18:00 UTC the next day. In the hours before, many people could not comment on issues and merge requests. Changes made to the database between 17:20 and 23:30 UTC are lost: roughly 5,000 projects, 5,000 comments and 700 accounts. Git repositories and wikis were unavailable, but lost no data. Self-managed installations were not affected.",
  entered: { by: "tomas", on: -20 },
  raised: {
    severity: 1,
    at: new Date("2017-01-31T23:30:00Z"),
    reason: "The primary's data is gone and the site is taken offline. Severity set afterwards.",
  },
  roles: [],
  sources: [
    { file: "gitlab-notes.md", by: "tomas", on: -20 },
    { file: "gitlab-write-up.md", by: "ines", on: -20 },
  ],
  events: {
    snapshot: "LVM snapshot of the production database",
    load: "Database load rises as spammers",
    locked: "Writes on the database lock up",
    paged: "On-call is paged: replication to db2",
    removed: "Removal of the data directory on db1",
    online: "Public update: GitLab.com is back online",
    "snapshot-p": "Before work on a second database server",
    "load-p": "Database load rises, and spam is suspected",
    "lag-p": "The secondary falls behind",
    "removed-p": "The data directory is removed on the primary",
    restored: "Database restored from the copy in staging",
    webhooks: "Webhooks restored and the service confirmed",
  },
  untimed: [
    {
      name: "blocked",
      after: "locked",
      kind: "mitigation_started",
      title: "Spammers blocked by address, and accounts that create spam snippets removed",
      url: NOTES,
    },
    {
      name: "emptied",
      after: "paged",
      kind: "data_change",
      title: "Data directory on db2 emptied, to start replication afresh",
      url: NOTES,
    },
    {
      name: "settings",
      after: "emptied",
      kind: "config_changed",
      title: "max_wal_senders raised to 32 on db1, and PostgreSQL refuses to restart",
      body: "It requested too many semaphores. With max_connections cut from 8000 to 2000, it started.",
      url: NOTES,
    },
    {
      name: "silent",
      after: "settings",
      kind: "confusion",
      title: "pg_basebackup waits without any output",
      body: "It waits silently until the primary starts to send. Neither the runbook nor the manual mentioned it.",
      url: WRITE_UP,
    },
    {
      name: "maintenance",
      after: "removed",
      kind: "public_update",
      title: "@gitlabstatus: emergency database maintenance, GitLab.com will be taken offline",
      url: NOTES,
    },
    {
      name: "nobackup",
      after: "maintenance",
      kind: "error_observed",
      title: "No database dump to restore from: the bucket is empty",
      body: "pg_dump of version 9.2 had been run against PostgreSQL 9.6 and failed. The emails that reported it were not signed, so the receiving server rejected them.",
      url: WRITE_UP,
    },
    {
      name: "decision",
      after: "nobackup",
      kind: "decision",
      title: "Decided to restore the snapshot of 17:20 from staging",
      body: "The next best copy would have lost almost 24 hours.",
      url: WRITE_UP,
    },
  ],
  kinds: {
    snapshot: "data_change",
    load: "metric_shift",
    locked: "impact_changed",
    removed: "data_change",
    "lag-p": "dependency_event",
    "removed-p": "data_change",
    restored: "mitigated",
    webhooks: "resolved",
  },
  pinned: ["snapshot", "load", "paged", "removed", "nobackup", "decision", "restored", "webhooks"],
  hidden: ["snapshot-p", "removed-p"],
  milestones: {
    impact_started: "load",
    detected: "load",
    paged: "paged",
    mitigated: "restored",
    resolved: "webhooks",
  },
  windows: [
    {
      service: "gitlab",
      from: "removed",
      to: "webhooks",
      weight: 1,
      basis: "estimated",
      reason: "No one could use GitLab.com until the copy was in place",
    },
    {
      service: "gitlab",
      from: "load",
      to: "removed",
      weight: 0.3,
      basis: "default",
      reason: "Comments on issues and merge requests failed for many",
    },
  ],
  review: GITLAB_REVIEW,
  actions: GITLAB_ACTIONS,
};
