import type { ChangePlan } from "./play-changes.ts";

/** Two strategic changes that several reviews lead to. */
export const CHANGES: readonly ChangePlan[] = [
  {
    name: "silence",
    title: "Silence is a failure: every job proves that it ran",
    problem:
      "Safeguards fail silently: the backups of GitLab.com, the reload of the upload gateway. Each reported in its own way, and no one saw the reports.",
    expectedEffect:
      "We know within an hour if a required job didn't run. Next year, no incident takes longer because a safeguard had stopped.",
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
        body: "24 of 61 jobs report to one place, each with an expected time.",
      },
      {
        by: "ines",
        on: -33,
        health: "on_track",
        body: "41 of 61. The rest belong to acquired products, and we are looking for their owners.",
      },
      {
        by: "ines",
        on: -6,
        health: "at_risk",
        body: "43 of 61. The probes outside our network need a contract. Without them, the check from the customers' side is a month late. We need someone who can sign.",
      },
    ],
  },
  {
    name: "ways-back",
    title: "Rehearse every restore and rollback",
    problem:
      "Restores and rollbacks exist on paper and are first tried when they are needed. GitLab.com had five, and none worked as written. Checkout took fifteen minutes for one that should take five.",
    expectedEffect:
      "Every service practises a restore and a rollback each quarter. Rollbacks take at most five minutes, and the result is recorded next to its target.",
    owner: "maya",
    sponsor: "sam",
    team: "platform",
    targetIn: 170,
    factors: ["no-owner", "slow-way-back"],
    actions: ["restore-daily", "one-command", "archive"],
    by: "maya",
    on: -18,
    moves: [
      { by: "maya", on: -17, to: "funded", reason: "One drill for each service and quarter, in planned time." },
      { by: "maya", on: -16, to: "in_progress", reason: "This quarter's drills are on the calendar." },
    ],
    updates: [
      {
        by: "maya",
        on: -15,
        health: "on_track",
        body: "Checkout is first, with the pricing rollback. The database drill follows.",
      },
    ],
  },
];
