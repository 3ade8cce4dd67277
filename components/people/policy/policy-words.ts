import { countWords, listWords } from "#lib/base/text/sentence.ts";
import { SEVERITY_WORDS } from "#lib/base/vocabulary/incident.ts";
import type { PersonRef } from "#lib/contract/base.ts";
import type { Policy } from "#lib/contract/policy.ts";
import type { ScopeKind } from "#lib/people/policy/applied.ts";
import {
  type DayCount,
  type DeadlineAsked,
  type DeadlineEvent,
  type DeadlineLength,
  type DeadlineRule,
  type LadderTimes,
  POLICY_KEYS,
  type PolicyKey,
  type PolicyValues,
  type ReviewApprover,
  type WaiverApprovers,
} from "#lib/people/policy/values.ts";

export const VALUE_LABELS: Record<PolicyKey, string> = {
  dueP0: "A P0 action is due",
  dueP1: "A P1 action is due",
  dueP2: "A P2 action is due",
  dueP3: "A P3 action is due",
  ladder: "Reminders",
  ladderP0: "Reminders for P0",
  ladderTpm: "TPM for reminders",
  ladderManager: "If a team has no manager",
  ladderParent: "For the parent's manager",
  waiverApprovers: "Approvers of a waiver",
  effectDays: "Effect check",
  triage: "Triage of a proposal",
  wantedDays: "Old P3 actions",
  meet: "Review meeting",
  publish: "Review publication",
  reviewApprovers: "Approvers of a review",
  remindShare: "Reminder of a deadline",
  deadlines: "Deadlines from an event",
  healthDays: "Health is stale",
  changeEffectDays: "Effect of a change",
};

export const WAIVER_WORDS: Record<WaiverApprovers, string> = {
  tpm_or_manager: "TPM, or manager of the team",
  tpm: "TPM",
  manager: "manager of the team",
};

export const EVENT_WORDS: Record<DeadlineEvent, string> = {
  detected: "detected",
  classified: "classified",
  resolved: "resolved",
  published: "published",
};

export const DEADLINE_ASKED_WORDS: Record<DeadlineAsked, string> = {
  commander: "incident commander",
  owner: "owner of the review",
  facilitator: "facilitator of the review",
};

const UNIT_WORDS: Record<DeadlineLength["unit"], string> = {
  hours: "hour",
  days: "day",
  business_days: "business day",
  months: "month",
};

export const lengthWords = ({ count, unit }: DeadlineLength): string => countWords(count, UNIT_WORDS[unit]);

export const dayCountWords = (count: DayCount | null): string =>
  count === null ? "no date" : countWords(count.days, count.unit === "business" ? "business day" : "day");

/** "+3, +7, +14 business days, owner 3 days before". */
export const ladderWords = ({ before, manager, tpm, parentManager, unit }: LadderTimes): string =>
  `+${manager}, +${tpm}, +${parentManager} ${unit === "business" ? "business days" : "days"}, owner ${countWords(before, "day")} before`;

/** "4 hours after classified, at most 24 hours after detected". `rules` are those of its policy. */
export function deadlineWords({ length, after, atMost }: DeadlineRule, rules: readonly DeadlineRule[]): string {
  const from = "event" in after ? EVENT_WORDS[after.event] : nameOf(rules, after.sent);
  const latest = atMost ? `, at most ${lengthWords(atMost.length)} after ${EVENT_WORDS[atMost.event]}` : "";
  return `${lengthWords(length)} after ${from}${latest}`;
}

/** Returns the name of a deadline within a sentence. */
export const nameOf = (rules: readonly { key: string; name: string }[], key: string): string => {
  const name = rules.find((one) => one.key === key)?.name ?? key;
  return name.charAt(0).toLowerCase() + name.slice(1);
};

/** Returns a value in words. `people` are those whom the values name. */
export function valueWords(key: PolicyKey, values: PolicyValues, people: readonly PersonRef[]): string {
  const nameOf = (id: string) => people.find((one) => one.id === id)?.name ?? "someone";
  switch (key) {
    case "dueP0":
    case "dueP1":
    case "dueP2":
    case "dueP3":
      return afterWords(values[key] ?? null, "publication");
    case "meet":
      return values.meet === null ? "not needed" : afterWords(values.meet ?? null, "the end");
    case "publish":
      return afterWords(values.publish ?? null, "the end");
    case "ladder":
    case "ladderP0":
      return values[key] ? ladderWords(values[key]) : "";
    case "ladderTpm":
      return values.ladderTpm
        ? nameOf(values.ladderTpm)
        : "a TPM in the team or, if there is none, the longest-serving TPM";
    case "ladderManager":
      return values.ladderManager ? nameOf(values.ladderManager) : "no one is notified";
    case "ladderParent":
      return values.ladderParent ? nameOf(values.ladderParent) : "manager of the parent team";
    case "waiverApprovers":
      return values.waiverApprovers ? WAIVER_WORDS[values.waiverApprovers] : "";
    case "reviewApprovers":
      return approverWords(values.reviewApprovers ?? []);
    case "effectDays":
      return `after ${countWords(values.effectDays ?? 0, "day")}`;
    case "triage":
      return `within ${dayCountWords(values.triage ?? null)}`;
    case "wantedDays":
      return `asked about after ${countWords(values.wantedDays ?? 0, "day")} without a change`;
    case "healthDays":
      return `after ${countWords(values.healthDays ?? 0, "day")}`;
    case "remindShare":
      return `with ${values.remindShare ?? 0}% of its time left`;
    case "changeEffectDays":
      return `${countWords(values.changeEffectDays ?? 0, "day")} after delivery`;
    case "deadlines":
      return values.deadlines?.length ? values.deadlines.map(({ name }) => name).join(", ") : "none";
  }
}

const afterWords = (count: DayCount | null, anchor: string) =>
  count === null ? "no date" : `${dayCountWords(count)} after ${anchor}`;

const REVIEW_APPROVER_WORDS: Record<ReviewApprover, string> = {
  manager: "manager of the team",
  tpm: "TPM",
  peer: "peer in the team",
};

const approverWords = (approvers: readonly ReviewApprover[]) =>
  approvers.length === 0 ? "named in the review" : listWords(approvers.map((one) => REVIEW_APPROVER_WORDS[one]));

/** Returns what a policy is for: "Checkout, P1", "everything". */
export function scopeWords({ services, teams, severities, priorities }: Policy["scope"]): string {
  const names = [
    services.map(({ name }) => name),
    teams.map(({ name }) => name),
    severities.map((one) => SEVERITY_WORDS[one as keyof typeof SEVERITY_WORDS]),
    priorities,
  ];
  return names.flatMap((some) => (some.length > 0 ? [some.join(" or ")] : [])).join(", ") || "everything";
}

/** "names a service and a priority: 2 of 4". */
export function namesWords(names: readonly ScopeKind[]): string {
  if (names.length === 0) return "names nothing";
  return `names ${names.map((kind) => `a ${kind}`).join(" and ")}: ${names.length} of 4`;
}

/** Returns how many values a policy sets. */
export function setWords(values: PolicyValues): string {
  const count = POLICY_KEYS.filter((key) => values[key] !== undefined).length;
  const only = count === 1 && values.deadlines;
  return only ? countWords(only.length, "deadline") : countWords(count, "value");
}
