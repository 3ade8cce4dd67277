import { describe, expect, it } from "vitest";
import type { UserActor } from "#lib/base/access/actor.ts";
import { can } from "#lib/base/access/can.ts";
import type { ActionItemFacts } from "#lib/base/access/facts.ts";
import { ACTION_PRIORITIES, ACTION_STATUSES, type ActionStatus } from "#lib/base/vocabulary/action-item.ts";
import { type ActionState, abilityOfStep, type TransitionInput, transition } from "./transition.ts";

/** Everyone who takes a step. Each is one person, so none of them has a part that another has. */
const ROLES = [
  ...["viewer", "member", "owner", "owning tpm", "implementer", "second person", "facilitator", "manager"],
  ...["tpm", "admin"],
] as const;
type Who = (typeof ROLES)[number];

const EVIDENCE = ["none", "before", "given"] as const;
const REASONS = ["none", "short", "full"] as const;
const DECLINES = [
  "won't do",
  "duplicate",
  "duplicate of an action",
  "duplicate of a change",
  "moved to a change",
] as const;
const ENDS = ["none", "today", "tomorrow", "later"] as const;
const ANSWERS = ["none", "all met", "one not checked", "one not met", "one left out", "one too many"] as const;
const FLAGS = [true, false] as const;
/** Whether the step undoes a decline, from its status or from another one, or one that can't be undone. */
const UNDONE = ["no", "to where it was", "to elsewhere", "nothing is known"] as const;

/** Every condition that a rule of a step is about. */
const CONDITIONS = {
  hasOwner: FLAGS,
  evidence: EVIDENCE,
  priority: ACTION_PRIORITIES,
  reason: REASONS,
  decline: DECLINES,
  end: ENDS,
  hasMitigation: FLAGS,
  isRequested: FLAGS,
  answers: ANSWERS,
  undo: UNDONE,
} as const;
type Conditions = { [Name in keyof typeof CONDITIONS]: (typeof CONDITIONS)[Name][number] };
interface Case extends Conditions {
  from: ActionStatus;
  to: ActionStatus;
  who: Who;
}

const MET: Conditions = {
  ...{ hasOwner: true, evidence: "before", priority: "P1", reason: "full", decline: "won't do" },
  ...{ end: "later", hasMitigation: true, isRequested: false, answers: "none", undo: "no" },
};

/** The conditions that can matter on the way to a status. The others stay met. */
const ASKED: Record<ActionStatus, readonly (keyof Conditions)[]> = {
  proposed: ["hasOwner", "reason", "answers", "undo"],
  accepted: ["hasOwner", "reason", "answers", "priority", "undo"],
  in_progress: ["hasOwner", "reason", "answers", "priority", "undo"],
  implemented: ["hasOwner", "evidence", "answers"],
  verified: ["hasOwner", "evidence", "priority", "answers"],
  declined: ["hasOwner", "reason", "decline", "answers"],
  waived: ["hasOwner", "reason", "end", "hasMitigation", "isRequested", "answers"],
};

const product = (names: readonly (keyof Conditions)[]): Conditions[] =>
  names.reduce<Conditions[]>(
    (all, name) => all.flatMap((one) => CONDITIONS[name].map((value) => ({ ...one, [name]: value }) as Conditions)),
    [MET],
  );

// What the product says.

const WAYS = `
  proposed:    accepted in_progress declined waived
  accepted:    in_progress implemented proposed declined waived
  in_progress: implemented accepted declined waived
  implemented: verified in_progress accepted declined
  verified:    in_progress
  declined:    proposed
  waived:      accepted in_progress proposed declined waived`;

const isWay = (from: ActionStatus, to: ActionStatus) =>
  WAYS.split("\n").some((line) => line.trim().startsWith(`${from}:`) && line.split(/\s+/).includes(to));

const WORKERS: readonly Who[] = ["owner", "owning tpm", "facilitator", "tpm", "admin"];
const APPROVERS: readonly Who[] = ["owning tpm", "manager", "tpm", "admin"];
const OWNERS: readonly Who[] = ["owner", "owning tpm"];

/** Whether a person can take the step at all, whatever the rules say. */
function mayTake({ from, to, who, hasOwner }: Case): boolean {
  if (who === "viewer") return false;
  if (from === "waived" && to !== "waived") return APPROVERS.includes(who);
  // Verifying and returning is open to everyone who isn't a viewer.
  if (to === "verified" || ((from === "implemented" || from === "verified") && to !== "declined")) return true;
  return WORKERS.includes(who) || !hasOwner;
}

type Expectation = readonly [rule: string, isBroken: (one: Case) => boolean];

const isHand = ({ who, from, hasOwner }: Case) =>
  (hasOwner && OWNERS.includes(who)) || (who === "implementer" && (from === "implemented" || from === "verified"));
const isTold = ({ answers }: Case) => answers !== "none";
const isChecked = ({ from, to }: Case) => from === "implemented" && to !== "declined";

/** Each rule with when it is broken, in the order in which a person is told. */
const RULES: readonly Expectation[] = [
  ["forbidden", (one) => !mayTake(one)],
  ["not_undone", ({ from, undo }) => undo !== "no" && (from !== "declined" || undo !== "to where it was")],
  ["action_status_order", ({ from, to, undo }) => undo === "no" && !isWay(from, to)],
  ["waiver_requested", ({ to, isRequested }) => to === "waived" && isRequested],
  ["reason_needed", ({ to, reason }) => to === "waived" && reason === "none"],
  ["reason_too_short", ({ to, reason }) => to === "waived" && reason === "short"],
  ["mitigation_needed", ({ to, hasMitigation }) => to === "waived" && !hasMitigation],
  ["until_needed", ({ to, end }) => to === "waived" && end === "none"],
  ["until_in_past", ({ to, end }) => to === "waived" && end === "today"],
  ["until_not_later", ({ from, to, end }) => from === "waived" && to === "waived" && end === "tomorrow"],
  ["second_person_needed", (one) => one.from === "waived" && one.to !== "waived" && isHand(one)],
  [
    "reason_needed",
    (one) => {
      const isReturned = one.from === "implemented" && (one.to === "in_progress" || one.to === "accepted");
      const isReopened = one.from === "verified" || one.from === "declined";
      return one.reason === "none" && (isReopened || (isReturned && !isHand(one)));
    },
  ],
  ["owner_needed", ({ to, hasOwner }) => !hasOwner && ["accepted", "in_progress", "implemented"].includes(to)],
  ["evidence_needed", ({ to, evidence }) => evidence === "none" && (to === "implemented" || to === "verified")],
  [
    "second_person_needed",
    (one) => one.to === "verified" && (one.priority === "P0" || one.priority === "P1") && isHand(one),
  ],
  ["reason_needed", ({ to, reason }) => to === "declined" && reason === "none"],
  [
    "link_needed",
    ({ to, decline }) => to === "declined" && (decline === "duplicate" || decline === "duplicate of a change"),
  ],
  ["answers_not_asked", (one) => isTold(one) && one.to !== "waived" && !isChecked(one)],
  ["unknown_point", (one) => isChecked(one) && one.answers === "one too many"],
  ["point_not_met", (one) => one.to === "verified" && one.answers === "one not met"],
  ["point_unanswered", (one) => one.to === "verified" && ["one left out", "one not checked"].includes(one.answers)],
];

const expectedOf = (one: Case): string => RULES.find(([, isBroken]) => isBroken(one))?.[0] ?? "allowed";

// What the code does.

const actorOf = (who: Who): UserActor => ({
  ...{ kind: "user", id: who, name: who, scopes: null, teamIds: [] },
  role: who === "owning tpm" ? "tpm" : who === "tpm" || who === "admin" || who === "viewer" ? who : "member",
});

const builtBy = (from: ActionStatus) => (from === "implemented" || from === "verified" ? "implementer" : null);

function factsOf({ from, who, hasOwner, priority }: Case): ActionItemFacts {
  const incident = { restricted: false, createdById: "author", grantUserIds: [], grantTeamIds: [] };
  return {
    ...{ incident, implementedById: builtBy(from), createdById: "author", managerIds: ["manager"], priority },
    ownerId: ownerOf({ hasOwner, who }),
    review: {
      ...{ incident, status: "published", archived: false, ownerId: "author", facilitatorId: "facilitator" },
      people: [],
    },
  };
}

const ownerOf = ({ hasOwner, who }: Pick<Case, "hasOwner" | "who">) =>
  hasOwner ? (who === "owning tpm" ? "owning tpm" : "owner") : null;

const POINT = { met: "met", not: "not_met", open: "not_checked" } as const;
const GIVEN: Record<Case["answers"], TransitionInput["answers"]> = {
  none: undefined,
  "all met": [1, 2].map((point) => ({ point, answer: POINT.met })),
  "one not checked": [
    { point: 1, answer: POINT.met },
    { point: 2, answer: POINT.open },
  ],
  "one not met": [
    { point: 1, answer: POINT.met },
    { point: 2, answer: POINT.not },
  ],
  "one left out": [{ point: 1, answer: POINT.met }],
  "one too many": [1, 2, 3].map((point) => ({ point, answer: POINT.met })),
};

const DECLINED: Record<Case["decline"], Pick<TransitionInput, "declineKind" | "link">> = {
  "won't do": {},
  duplicate: { declineKind: "duplicate" },
  "duplicate of an action": { declineKind: "duplicate", link: "ACT-2" },
  "duplicate of a change": { declineKind: "superseded", link: "SC-2" },
  "moved to a change": { declineKind: "moved_to_change", link: "SC-2" },
};
const DECLINED_FROM: Record<Case["undo"], (to: ActionStatus) => ActionStatus | null> = {
  no: (to) => to,
  "to where it was": (to) => to,
  "to elsewhere": (to) => (to === "proposed" ? "accepted" : "proposed"),
  "nothing is known": () => null,
};
const REASON_TEXTS = { none: " ", short: "x", full: "The freeze lasts until then" };
const END_DAYS = { today: "2026-10-31", tomorrow: "2026-11-01", later: "2026-11-02" };

function outcomeOf(one: Case): string {
  const facts = factsOf(one);
  const actor = actorOf(one.who);
  const mayVerify = can(actor, "actionItem", "verify", facts);
  if (!can(actor, "actionItem", abilityOfStep(one.from, one.to, { mayVerify }), facts)) return "forbidden";
  const item: ActionState = {
    ...{ status: one.from, priority: one.priority, ownerId: facts.ownerId, implementedById: facts.implementedById },
    doneWhen: "- It pages within 5 minutes\n- The page names the runbook",
    ...{ hasEvidence: one.evidence === "before", isWaiverRequested: one.isRequested },
    waivedUntil: one.from === "waived" ? END_DAYS.tomorrow : null,
    declinedFrom: DECLINED_FROM[one.undo](one.to),
  };
  const answers = GIVEN[one.answers];
  const step = transition(item, one.to, {
    ...{ actorId: one.who, now: "2026-10-31T12:00:00Z", today: "2026-10-31", reason: REASON_TEXTS[one.reason] },
    ...DECLINED[one.decline],
    ...(one.evidence === "given" ? { evidence: "https://ci/2" } : {}),
    ...(one.end === "none" ? {} : { until: END_DAYS[one.end] }),
    ...(one.hasMitigation ? { mitigation: "On-call watches the queue" } : {}),
    ...(answers ? { answers } : {}),
    ...(one.undo === "no" ? {} : { undoesDecline: true }),
  });
  return step.ok ? "allowed" : step.rule;
}

describe("a step from one status to another, by everyone, with each condition met or not", () => {
  it.each(ACTION_STATUSES.flatMap((from) => ACTION_STATUSES.map((to) => [from, to] as const)))(
    "%s to %s has the outcome that the product names",
    (from, to) => {
      const wrong = ROLES.flatMap((who) =>
        product(ASKED[to]).flatMap((conditions) => {
          const one: Case = { ...conditions, from, to, who };
          const [outcome, expected] = [outcomeOf(one), expectedOf(one)];
          return outcome === expected ? [] : { ...one, outcome, expected };
        }),
      );
      expect(wrong).toEqual([]);
    },
  );

  it("reaches every rule", () => {
    const reached = new Set(
      ACTION_STATUSES.flatMap((from) =>
        ACTION_STATUSES.flatMap((to) =>
          ROLES.flatMap((who) => product(ASKED[to]).map((conditions) => expectedOf({ ...conditions, from, to, who }))),
        ),
      ),
    );
    expect([...reached].sort()).toEqual([...new Set(RULES.map(([rule]) => rule)), "allowed"].sort());
  });
});
