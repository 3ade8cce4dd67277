import type { ReviewPlan } from "../plan.ts";
import { GITLAB_FACTORS } from "./gitlab-factors.ts";

/** In review: five factors, one of them without evidence, no meeting yet. */
export const GITLAB_REVIEW: ReviewPlan = {
  by: "tomas",
  on: -19,
  template: "major",
  title: "GitLab.com database outage of 31 January 2017",
  owner: "tomas",
  facilitator: "priya",
  authors: ["tomas", "ines"],
  approvers: ["jonah", "wen"],
  dueIn: 3,
  metOn: null,
  factors: GITLAB_FACTORS,
  relations: [
    { from: "spike", relation: "made_possible", to: "two-hosts" },
    { from: "silent-tool", relation: "made_possible", to: "two-hosts" },
    { from: "no-owner", relation: "made_possible", to: "backups-silent" },
    { from: "lucky-copy", relation: "mitigated", to: "backups-silent" },
  ],
  learnings: [
    {
      by: "tomas",
      on: -8,
      kind: "went_well",
      statement: "Open notes and a live stream let everyone follow the restore",
      evidence: ["maintenance"],
    },
    {
      by: "ines",
      on: -8,
      kind: "surprise",
      statement: "The failing dump had reported every failure to a mailbox that rejected it",
      evidence: ["nobackup"],
    },
    {
      by: "tomas",
      on: -7,
      kind: "lesson",
      statement: "A backup is proven only by a restore that someone has timed",
      evidence: ["decision", "restored"],
    },
  ],
  tasks: [
    { by: "ines", on: -12, title: "Interview the on-call engineers", owner: "tomas", dueIn: -8, doneOn: -9 },
    { by: "ines", on: -6, title: "Invite the database and support teams to the meeting", owner: "priya", dueIn: 2 },
    { by: "ines", on: -6, title: "Share the published review with support" },
  ],
  texts: [
    {
      by: "ines",
      on: -12,
      sections: {
        summary: `Rebuilding a standby database removed the primary's data instead. GitLab.com was unavailable for about eighteen hours and lost about six hours of changes, because none of the usual ways of restoring them worked. [[removed]] [[nobackup]]

It ended when a copy made by hand for a test, six hours earlier, was restored from staging. [[snapshot]] [[restored]] What is worth remembering: every restore procedure existed on paper, and no one had been named to practise it.`,
        impact: `No one could use GitLab.com from about 23:30 UTC until 18:00 UTC the next day. In the hours before, many people could not comment on issues and merge requests. [[load]] [[locked]]

Changes made to the database between 17:20 and 23:30 UTC are gone: projects, issues, comments, snippets and accounts. GitLab's notes speak of {{rough:roughly}} 5,000 projects, 5,000 comments and 700 accounts. Git repositories and wikis were unavailable, but lost no data. Self-managed installations were not affected.`,
        detection: `The rising load was noticed at its start and taken for spam. [[load]] A page four hours later showed that the secondary had stopped copying. [[paged]] The two public accounts differ by an hour here, and the timeline keeps both.

The failing dumps were discovered only when one was needed. [[nobackup]]`,
        communication: `GitLab worked in public, with open notes, a live stream, and messages from @gitlabstatus. [[maintenance]] The time of the first status update is not in the sources, so the time to the first update stays unknown.`,
        evidence: `- [Notes kept during the outage, 1 February 2017](https://about.gitlab.com/blog/2017/02/01/gitlab-dot-com-database-incident/)
- [Post-mortem, 10 February 2017](https://about.gitlab.com/blog/2017/02/10/postmortem-of-database-outage-of-january-31/)

Facts follow these two, in our own words. People, comments, owners and the dates of actions are made up.`,
      },
    },
    {
      by: "tomas",
      on: -6,
      sections: {
        response: `The team first fought the load, then turned to the secondary that had stopped. Its data directory was emptied to start replication afresh. [[emptied]] Settings of the primary were changed on the way: \`max_wal_senders\` to 32, \`max_connections\` from 8000 to 2000. [[settings]]

\`pg_basebackup\` then printed nothing. [[silent]] A normal wait looked like a failure, and so the next step was to clear the directory once more. It was cleared on the primary. [[removed]] {{prompt:Nothing on the screen told the two hosts apart}}, and the same command is right on one and ruinous on the other.`,
        mitigation: `The team considered three ways to restore in the first hour. The dumps did not exist. [[nobackup]] Disk snapshots were not switched on for the database servers. The copy in staging was the newest there was, and the decision was to restore it. [[decision]]

Copying it took most of the night: the disks of staging were slow, and so was the network between the two regions. [[restored]] Webhooks were not in that copy and came an hour later. [[webhooks]]`,
        trigger: `The data directory of the primary was removed in the belief that it was the secondary's. [[removed]] The work itself was repair: replication had stopped under load, and without archived write-ahead log the secondary could only be rebuilt by hand. [[paged]]`,
        was_hard: `- The two hosts had names and prompts that differ in one digit. [[removed]]
- The tool that copies a database says nothing while it waits. [[silent]]
- The person at the keyboard had worked a long day and meant to leave when the page came.`,
        luck: `The 17:20 copy existed only because someone was testing a load balancer in staging. [[snapshot]] The automatic one ran once a day. Without the test, almost 24 hours of changes would have been lost instead of six. [[decision]]`,
        surprises: `- {{dumps:Five ways to restore}} were documented, and none of them worked as documented. [[nobackup]]
- A failing backup had reported its failure all along, to a mailbox that rejected the email.`,
        lessons: `A backup is proven only by a restore. Until then, it's a file that someone hopes to read.

A job that must run every day has to prove each day that it ran. Silence is the failure. [[change:silence]] follows from the second point, and [[change:ways-back]] from the first.`,
        backlog: `Restores had been on several lists, without an owner. [[action:durability]] fixes that.`,
      },
    },
  ],
  threads: [
    {
      name: "rough",
      by: "wen",
      on: -5,
      body: "The public notes say “roughly”. Can we keep that word next to all three numbers?",
      replies: [{ by: "ines", on: -4, body: "Done. It's before the first one and applies to all three." }],
    },
    {
      name: "prompt",
      by: "jonah",
      on: -3,
      body: "Could we show both prompts side by side? It makes the point without another word.",
      replies: [],
    },
    {
      name: "dumps",
      by: "maya",
      on: -2,
      body: "Which five? A reader from another team will want the list here, one line each.",
      replies: [],
    },
  ],
  waivers: [
    {
      by: "maya",
      on: -4,
      gate: "milestones_set",
      reason: "The public sources don't mention when the incident was declared. The time stays unknown.",
    },
  ],
  moves: [{ by: "tomas", on: -4, to: "in_review" }],
};
