import type { IncidentPlan } from "../plan.ts";
import type { Stage } from "../stage.ts";
import { CHECKOUT_ACTIONS } from "./checkout-actions.ts";

const DAY = -64;

/** Fictional: card payments declined after a configuration push. Published. */
export const checkout = (stage: Stage): IncidentPlan => ({
  name: "checkout",
  title: "Acme Checkout: card payments declined",
  severity: 2,
  services: ["checkout"],
  startedAt: stage.instant(DAY, "09:14"),
  resolvedAt: stage.instant(DAY, "10:50"),
  impact:
    "43% of card payments in euro were declined for 67 minutes. No one was charged for a declined payment. 212 refunds went out up to an hour late. Other currencies and bank transfers worked.",
  entered: { by: "aiko", on: DAY },
  roles: [
    { role: "commander", person: "jonah" },
    { role: "communications", person: "priya" },
    { role: "on_call", person: "aiko" },
  ],
  sources: [
    { file: "checkout-alertmanager.json", by: "aiko", on: DAY },
    { file: "checkout-channel.md", by: "aiko", on: DAY },
    { file: "checkout-statuspage.json", by: "priya", on: DAY },
  ],
  events: {
    push: "Pricing configuration pushed",
    impact: "Impact starts: card payments",
    alert: "CardDeclineRate",
    refunds: "RefundQueueAge",
    report: "First report from a customer",
    paged: "On-call paged by the decline rate",
    acknowledged: "Acknowledged by on-call",
    declared: "SEV2 incident declared",
    commander: "Incident commander named",
    bank: "Suspected cause: the bank",
    healthy: "Bank confirms that it is healthy",
    decision: "Decided to go back",
    "roll-back": "Roll back started by hand",
    back: "Roll back finished",
    resolved: "Incident resolved after half an hour",
    public: "Investigating: Card payments declined",
  },
  untimed: [],
  kinds: { healthy: "hypothesis_rejected" },
  pinned: [],
  hidden: ["refunds"],
  milestones: {
    trigger_change: "push",
    impact_started: "impact",
    detected: "report",
    paged: "paged",
    acknowledged: "acknowledged",
    declared: "declared",
    commander_assigned: "commander",
    first_public_update: "public",
    mitigation_started: "roll-back",
    mitigated: "back",
    resolved: "resolved",
  },
  windows: [
    {
      service: "checkout",
      from: "impact",
      to: "back",
      weight: 0.43,
      basis: "measured",
      reason: "Share of card payments in euro that were declined",
    },
    {
      service: "checkout",
      from: "back",
      to: "resolved",
      weight: 0,
      basis: "default",
      reason: "Declines as usual, watched for half an hour",
    },
  ],
  review: {
    by: "aiko",
    on: DAY + 1,
    template: "standard",
    title: "Acme Checkout: card payments declined",
    owner: "aiko",
    facilitator: "priya",
    authors: ["aiko", "tomas"],
    approvers: ["sam"],
    dueIn: DAY + 14,
    metOn: DAY + 6,
    factors: [
      {
        name: "no-preview",
        statement: "A pricing push didn't show what it would change",
        detail: "The file is 4,000 lines long, and the tool only asks “push?” and shows a checksum.",
        role: "trigger",
        domains: ["config", "tooling"],
        status: "supported",
        evidence: ["push", "impact"],
      },
      {
        name: "slow-way-back",
        statement: "The rollback was manual, region by region, and not rehearsed",
        detail: "The rollback took fifteen minutes, with a target of five. It was last needed two years ago.",
        role: "amplifier",
        domains: ["deployment", "process"],
        status: "supported",
        evidence: ["roll-back", "back"],
      },
      {
        name: "decline-silent",
        statement: "The decline rate raised no alarm for twelve minutes",
        detail: "The alert measured all currencies together, so customers paying in one of them told us first.",
        role: "detection_gap",
        domains: ["observability"],
        status: "supported",
        evidence: ["report", "alert"],
      },
    ],
    texts: [
      {
        by: "aiko",
        on: DAY + 4,
        sections: {
          summary: `A configuration push changed the euro prices to a rounding that the bank rejects, and 43% of card payments in euro were declined for 67 minutes. [[push]] [[impact]] It ended when the previous day's configuration was restored by hand in every region. [[back]]

A customer told us before our own alert did. [[report]] [[alert]]`,
          response: `The first idea was a slow bank, which took twenty minutes to rule out. [[bank]] [[healthy]] The team considered the push only after someone read out the day's changes. [[decision]]`,
          went_well: `- The commander named one question at a time and said it aloud. [[commander]]
- Support had a text for customers before they asked. [[public]]`,
          was_hard: `Nothing shows which configuration a region runs. Each one was checked by hand while the next was being changed.`,
          luck: `Refunds wait in a queue that survives a rollback. Sent at once, some would have gone out twice. [[refunds]]`,
          surprises: `A push of prices can cause declined cards. Most of us thought that the two were unrelated.`,
          lessons: `A rollback that takes five minutes on paper takes fifteen if no one has practised it this year. [[change:ways-back]] makes practice a habit.`,
        },
      },
    ],
    threads: [],
    waivers: [],
    moves: [
      { by: "aiko", on: DAY + 5, to: "in_review" },
      { by: "priya", on: DAY + 8, to: "reviewed" },
      { by: "priya", on: DAY + 11, to: "published" },
    ],
  },
  actions: CHECKOUT_ACTIONS,
});
