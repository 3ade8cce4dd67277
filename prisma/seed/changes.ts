import type { ChangePlan } from "./play-changes.ts";

/** Strategic changes that several reviews lead to. */
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
    otherTeams: ["storage"],
    startsIn: -84,
    targetIn: 80,
    factors: ["backups-silent", "reload"],
    actions: ["backup-age", "signed-mail", "served-check"],
    by: "maya",
    on: -90,
    hypothesis:
      "A safeguard that has to report each time it ran is missed within the hour, even when its alarm fails too.",
    measure: {
      metric: "Required jobs whose silence is noticed within an hour",
      unit: "jobs",
      baseline: 0,
      target: 61,
      dueIn: 80,
    },
    estimate: { exposedMinutes: 1_400, reduction: 0.4, confidence: "medium", effortWeeks: 22 },
    milestones: [
      { title: "All 61 jobs are listed with their owners", owner: "ines", planned: -76, reached: -76 },
      { title: "Jobs of our own products report", owner: "ines", planned: -20, reached: -8 },
      { title: "Jobs of acquired products report", owner: "ines", planned: 12, due: 40 },
      { title: "Alarm drill with a stopped job", owner: "maya", planned: 60 },
    ],
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
        body: "43 of 61.",
        plans: "The owners of the last products, one a day.",
        problems:
          "The probes outside our network need a contract. Without them, the check from the customers' side is a month late.",
        help: "Someone who can sign the contract",
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
    startsIn: -16,
    targetIn: 170,
    factors: ["no-owner", "slow-way-back"],
    actions: ["restore-daily", "one-command", "archive"],
    by: "maya",
    on: -18,
    hypothesis: "Anyone on call can roll back in minutes if the rollback is practised every quarter.",
    measure: {
      metric: "Time from the decision to the verified rollback",
      unit: "min",
      baseline: 15,
      target: 5,
      dueIn: 170,
    },
    estimate: { exposedMinutes: 620, reduction: 0.5, confidence: "medium", effortWeeks: 8 },
    milestones: [
      { title: "One command rolls back pricing", owner: "maya", planned: 14 },
      { title: "A drill of the database restore", owner: "maya", planned: 70 },
      { title: "All services, drilled by those on call", owner: "ines", planned: 150 },
    ],
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
  {
    name: "one-page",
    title: "One page that says what each alert is for",
    problem:
      "On call, people meet alerts that no one remembers writing. Each of them cost a quarter of an hour before someone could tell whether it mattered.",
    expectedEffect: "People who are paged know within a minute what an alert means and who owns it.",
    owner: "ines",
    sponsor: "sam",
    team: "platform",
    startsIn: 60,
    targetIn: 140,
    waitsFor: [{ change: "ways-back", milestone: "A drill of the database restore" }],
    factors: ["no-owner"],
    actions: [],
    by: "ines",
    on: -5,
    hypothesis: "An alert with an owner and a purpose is read, and one without them is deleted.",
    measure: { metric: "Alerts without an owner", unit: "", baseline: 41, target: 0, dueIn: 140 },
    estimate: { exposedMinutes: 180, reduction: 0.4, confidence: "medium", effortWeeks: 6 },
    milestones: [{ title: "Half of the alerts", owner: "ines", planned: 100 }],
    moves: [],
    updates: [],
  },
];
