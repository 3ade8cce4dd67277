import { expect, it } from "vitest";
import type { Policy } from "#lib/contract/policy.ts";
import { DEADLINE_TEMPLATES } from "#lib/people/policy/deadlines.ts";
import { builtInValues, POLICY_KEYS } from "#lib/people/policy/values.ts";
import { deadlineWords, namesWords, scopeWords, setWords, valueWords } from "./policy-words.ts";
import { draftFrom, fieldsOf } from "./use-policy-writes.ts";

it("says every value that is built in", () => {
  const values = builtInValues({ severity: 2 });
  expect(Object.fromEntries(POLICY_KEYS.map((key) => [key, valueWords(key, values, [])]))).toEqual({
    dueP0: "7 days after publication",
    dueP1: "30 days after publication",
    dueP2: "56 days after publication",
    dueP3: "no date",
    ladder: "+3, +7, +14 business days, owner 3 days before",
    ladderP0: "+1, +2, +4 days, owner 3 days before",
    ladderTpm: "a TPM in the team or, if there is none, the longest-serving TPM",
    waiverApprovers: "TPM, or manager of the team",
    effectDays: "after 90 days",
    triage: "within 1 business day",
    wantedDays: "asked about after 90 days without a change",
    ladderManager: "no one is notified",
    ladderParent: "manager of the parent team",
    meet: "5 business days after the end",
    publish: "10 business days after the end",
    remindShare: "with 25% of its time left",
    reviewApprovers: "manager of the team",
    deadlines: "none",
    healthDays: "after 14 days",
    changeEffectDays: "90 days after delivery",
  });
});

it("says what each deadline counts from", () => {
  const words = DEADLINE_TEMPLATES.flatMap(({ deadlines }) => deadlines.map((one) => deadlineWords(one, deadlines)));
  expect(words).toEqual([
    "4 hours after classified, at most 24 hours after detected",
    "72 hours after initial notice",
    "1 month after intermediate report",
    "24 hours after detected",
    "72 hours after detected",
    "1 month after notification",
    "72 hours after resolved",
  ]);
});

it("says what a policy is for, and what it sets", () => {
  const none = { services: [], teams: [], severities: [], priorities: [] };
  expect(scopeWords(none)).toBe("everything");
  expect(scopeWords({ ...none, services: [{ id: "1", name: "Checkout" }], severities: [1, 2] })).toBe(
    "Checkout, SEV1 or SEV2",
  );
  expect([namesWords([]), namesWords(["service", "priority"])]).toEqual([
    "names nothing",
    "names a service and a priority: 2 of 4",
  ]);
  expect(setWords({ deadlines: [], effectDays: 1 })).toBe("2 values");
  expect(setWords({ deadlines: DEADLINE_TEMPLATES[0]?.deadlines })).toBe("3 deadlines");
});

it("names people", () => {
  const people = [{ id: "t", name: "Tess" }];
  expect(valueWords("ladderTpm", { ladderTpm: "t" }, people)).toBe("Tess");
  expect(valueWords("ladderManager", { ladderManager: "t" }, people)).toBe("Tess");
  expect(valueWords("ladderParent", { ladderParent: "gone" }, people)).toBe("someone");
});

it("sends what it read, and no value that isn't set", () => {
  const scope = { services: [{ id: "1", name: "Checkout" }], teams: [], severities: [1], priorities: ["P1" as const] };
  const policy: Policy = {
    ...{ id: "p", name: "Checkout", scope, values: { dueP0: null, effectDays: 9 }, openActions: 0, people: [] },
    ...{ changedBy: null, changedAt: "2017-02-15T10:00:00.000Z", archived: false, version: 3 },
  };
  const sent = { serviceIds: ["1"], teamIds: [], severities: [1], priorities: ["P1"] };
  expect(draftFrom(fieldsOf(policy), policy, 4)).toStrictEqual({
    ...{ id: "p", version: 4, name: "Checkout", scope: sent, values: { dueP0: null, effectDays: 9 }, archived: false },
  });
  const none = { serviceIds: [], teamIds: [], severities: [], priorities: [] };
  expect(draftFrom(fieldsOf(null), undefined, null)).toStrictEqual({
    name: "",
    scope: none,
    values: {},
    archived: false,
  });
});
