import type { ActionPriority } from "#lib/base/vocabulary/action-item.ts";

/** How long after a day something is due, in days of the calendar or of a team's business calendar. */
export interface DayCount {
  days: number;
  unit: "calendar" | "business";
}

/** The days of the ladder: of the owner before the due date, and of the others after it. */
export interface LadderTimes {
  before: number;
  manager: number;
  tpm: number;
  parentManager: number;
  unit: DayCount["unit"];
}

/** The events that a deadline can count from. */
export const DEADLINE_EVENTS = ["detected", "classified", "resolved", "published"] as const;
export type DeadlineEvent = (typeof DEADLINE_EVENTS)[number];

export interface DeadlineLength {
  count: number;
  unit: "hours" | "days" | "business_days" | "months";
}

/** A deadline from a named event, or from another deadline once that is marked as sent. */
export interface DeadlineRule {
  /** Names it within its policy. */
  key: string;
  name: string;
  after: { event: DeadlineEvent } | { sent: string };
  length: DeadlineLength;
  /** The latest time, if another event came too long before. */
  atMost: { event: DeadlineEvent; length: DeadlineLength } | null;
  /** Who is reminded. Left out: see `askedOf`. */
  asks?: DeadlineAsked | undefined;
}

/** Who is reminded of a deadline: the incident's commander, or the owner or facilitator of its review. */
export const DEADLINE_ASKED = ["commander", "owner", "facilitator"] as const;
export type DeadlineAsked = (typeof DEADLINE_ASKED)[number];

/** Returns who is reminded of a deadline: without a choice the commander, and after the incident the review's owner. */
export const askedOf = ({ asks, after }: Pick<DeadlineRule, "asks" | "after">): DeadlineAsked =>
  asks ?? ("event" in after && ["resolved", "published"].includes(after.event) ? "owner" : "commander");

export const WAIVER_APPROVERS = ["tpm_or_manager", "tpm", "manager"] as const;
export type WaiverApprovers = (typeof WAIVER_APPROVERS)[number];

/** Whom a policy asks to approve a review: by the team of the most affected service. */
export const REVIEW_APPROVERS = ["manager", "tpm", "peer"] as const;
export type ReviewApprover = (typeof REVIEW_APPROVERS)[number];

/** Everything that a policy can set. Null for a date: there is none. */
export interface PolicyValueOf {
  dueP0: DayCount | null;
  dueP1: DayCount | null;
  dueP2: DayCount | null;
  dueP3: DayCount | null;
  ladder: LadderTimes;
  /** The ladder of a P0. */
  ladderP0: LadderTimes;
  /** The TPM who is notified. Null: a TPM in the team or, if there is none, the longest-serving TPM. */
  ladderTpm: string | null;
  /** Who is notified if the team has no manager. Null: no one. */
  ladderManager: string | null;
  /** Who is notified in place of the manager of the parent team. Null: that manager. */
  ladderParent: string | null;
  waiverApprovers: WaiverApprovers;
  /** Days from verification until people are asked whether an action worked. */
  effectDays: number;
  /** How long a proposed action can wait until it is accepted or declined. */
  triage: DayCount;
  /** Days without a change after which people are asked whether a P3 is still wanted. */
  wantedDays: number;
  meet: DayCount | null;
  publish: DayCount;
  reviewApprovers: readonly ReviewApprover[];
  /** Days after which the health of a strategic change is stale. */
  healthDays: number;
  /** Share of a deadline's time, in percent, that is left when someone is reminded of it. */
  remindShare: number;
  /** Days from the delivery of a strategic change until someone is asked for its effect. */
  changeEffectDays: number;
  deadlines: readonly DeadlineRule[];
}

export const POLICY_KEYS = [
  ...[
    "dueP0",
    "dueP1",
    "dueP2",
    "dueP3",
    "ladder",
    "ladderP0",
    "ladderTpm",
    "ladderManager",
    "ladderParent",
    "waiverApprovers",
    "effectDays",
    "triage",
    "wantedDays",
  ],
  ...["meet", "publish", "reviewApprovers", "remindShare", "deadlines", "healthDays", "changeEffectDays"],
] as unknown as readonly (keyof PolicyValueOf)[];
export type PolicyKey = keyof PolicyValueOf;

/** The subject of a value: an action, the review and deadlines of an incident, or a strategic change of a team. */
export type PolicySubject = "action" | "review" | "change";

export const POLICY_SUBJECTS: Record<PolicyKey, PolicySubject> = {
  ...{ dueP0: "action", dueP1: "action", dueP2: "action", dueP3: "action", ladder: "action", ladderP0: "action" },
  ...{ ladderTpm: "action", ladderManager: "action", ladderParent: "action", waiverApprovers: "action" },
  ...{ effectDays: "action", triage: "action", wantedDays: "action" },
  ...{ meet: "review", publish: "review", reviewApprovers: "review", remindShare: "review", deadlines: "review" },
  ...{ healthDays: "change", changeEffectDays: "change" },
};

/** Returns the values about a subject that apply with a priority, in their order. */
export function keysFor(subject: PolicySubject, priority: ActionPriority): PolicyKey[] {
  const ofOthers: readonly PolicyKey[] = [
    ...(["dueP0", "dueP1", "dueP2", "dueP3"] as const).filter((key) => key !== dueKey(priority)),
    priority === "P0" ? "ladder" : "ladderP0",
    ...(priority === "P3" ? [] : (["wantedDays"] as const)),
  ];
  return POLICY_KEYS.filter((key) => POLICY_SUBJECTS[key] === subject && !ofOthers.includes(key));
}
export type PolicyValues = { [Key in PolicyKey]?: PolicyValueOf[Key] | undefined };

export const dueKey = (priority: ActionPriority): `due${ActionPriority}` => `due${priority}`;
export const ladderKey = (priority: ActionPriority | null): "ladder" | "ladderP0" =>
  priority === "P0" ? "ladderP0" : "ladder";

const calendar = (days: number): DayCount => ({ days, unit: "calendar" });
const business = (days: number): DayCount => ({ days, unit: "business" });

/** The built-in `wantedDays`. */
export const WANTED_DAYS = 90;

/** Facts about the item that a policy applies to. Null or an empty list: it has none. */
export interface PolicyFacts {
  priority: ActionPriority | null;
  /** The highest one that was reached. */
  severity: number | null;
  serviceIds: readonly string[];
  teamIds: readonly string[];
}

/** Returns what applies where no policy says anything. */
export function builtInValues({ severity }: Pick<PolicyFacts, "severity">): PolicyValueOf {
  return {
    dueP0: calendar(7),
    dueP1: calendar(severity === 1 ? 15 : 30),
    dueP2: calendar(56),
    dueP3: null,
    ladder: { before: 3, manager: 3, tpm: 7, parentManager: 14, unit: "business" },
    ladderP0: { before: 3, manager: 1, tpm: 2, parentManager: 4, unit: "calendar" },
    ladderTpm: null,
    ladderManager: null,
    ladderParent: null,
    waiverApprovers: "tpm_or_manager",
    effectDays: 90,
    triage: business(1),
    wantedDays: WANTED_DAYS,
    meet: severity === 1 ? calendar(3) : severity === 2 ? business(5) : null,
    publish: severity === 1 ? calendar(14) : business(10),
    reviewApprovers: severity === 1 ? ["manager", "tpm", "peer"] : ["manager"],
    healthDays: 14,
    remindShare: 25,
    changeEffectDays: 90,
    deadlines: [],
  };
}
