import type { ChangePlan } from "./play-changes.ts";

/** Two strategic changes that several reviews lead to. */
export const CHANGES: readonly ChangePlan[] = [
  {
    name: "silence",
    title: "Silence is a failure: every job proves that it ran",
    problem:
      "Jobs that keep us safe fail without a sound: the backups of GitLab.com, the reload of the upload gateway. Each had its own way to report, and each way ended where nobody listens.",
    expectedEffect:
      "A job that must run and did not is known within an hour. No incident of the next year is longer because a safeguard had stopped before it.",
    owner: "ines",
    sponsor: "sam",
    team: "platform",
    targetIn: 80,
    factors: ["backups-silent", "reload", "wrong-place"],
    actions: ["backup-age", "signed-mail", "served-check"],
    by: "maya",
    on: -90,
    moves: [
      { by: "maya", on: -84, to: "funded", reason: "Two people for a quarter, agreed with Platform and Storage." },
      { by: "maya", on: -75, to: "in_progress", reason: "The list of jobs is complete: 61." },
    ],
    updates: [
      {
        by: "ines",
        on: -61,
        health: "on_track",
        body: "24 of 61 jobs report to one place, each with a time by which it is expected.",
      },
      {
        by: "ines",
        on: -33,
        health: "on_track",
        body: "41 of 61. The rest are jobs of acquired products; their owners are being found.",
      },
      {
        by: "ines",
        on: -6,
        health: "at_risk",
        body: "43 of 61. The probes outside our network wait for a contract. Without them the check of what customers meet comes a month late. Help wanted: somebody who can sign.",
      },
    ],
  },
  {
    name: "ways-back",
    title: "Rehearse every way back: restores and roll-backs",
    problem:
      "Ways back exist on paper and are walked for the first time when they are needed. GitLab.com had five and none worked as written; Checkout took fifteen minutes for one that should take five.",
    expectedEffect:
      "Every service restores and rolls back in a drill each quarter, roll-backs within five minutes, and the result stands beside its target.",
    owner: "maya",
    sponsor: "sam",
    team: "platform",
    targetIn: 170,
    factors: ["no-owner", "slow-way-back"],
    actions: ["restore-daily", "one-command", "archive"],
    by: "maya",
    on: -18,
    moves: [
      { by: "maya", on: -17, to: "funded", reason: "One drill a quarter and service, with time set aside for it." },
      { by: "maya", on: -16, to: "in_progress", reason: "The drills of this quarter are on the calendar." },
    ],
    updates: [
      {
        by: "maya",
        on: -15,
        health: "on_track",
        body: "Checkout is first, with the roll-back of pricing. The drill for databases follows.",
      },
    ],
  },
];
