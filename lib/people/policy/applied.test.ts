import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ACTION_PRIORITIES } from "#lib/base/vocabulary/action-item.ts";
import { applyPolicies, isFor, namesOf, type PolicyRule, SCOPE_KINDS } from "./applied.ts";
import { builtInValues, POLICY_KEYS, type PolicyFacts } from "./values.ts";

const ALL = { serviceIds: [], teamIds: [], severities: [], priorities: [] };
const policy = (name: string, scope: Partial<PolicyRule["scope"]>, values: PolicyRule["values"]): PolicyRule => ({
  ...{ id: name, name, values },
  scope: { ...ALL, ...scope },
});
const FACTS: PolicyFacts = { priority: "P1", severity: 2, serviceIds: ["checkout"], teamIds: ["payments"] };

describe("value by value", () => {
  const acme = policy("Acme", {}, { effectDays: 60, waiverApprovers: "tpm" });
  const sev2 = policy("Every SEV2", { severities: [2] }, { effectDays: 30 });
  const checkout = policy(
    "Checkout, P1",
    { serviceIds: ["checkout"], priorities: ["P1"] },
    { dueP1: { days: 15, unit: "calendar" } },
  );

  it("takes each value from the most specific policy that sets it, and the rest from what is built in", () => {
    const { values, from, candidates } = applyPolicies([acme, sev2, checkout], FACTS);
    expect(values).toEqual({
      ...builtInValues(FACTS),
      ...{ dueP1: { days: 15, unit: "calendar" }, effectDays: 30, waiverApprovers: "tpm" },
    });
    expect(from).toMatchObject({
      dueP1: "Checkout, P1",
      effectDays: "Every SEV2",
      waiverApprovers: "Acme",
      publish: null,
    });
    expect(candidates.map(({ name, names, fills }) => [name, names.join(" "), fills.length])).toEqual([
      ["Checkout, P1", "service priority", 1],
      ["Every SEV2", "severity", 1],
      ["Acme", "", 1],
      ["Built in", "", POLICY_KEYS.length - 3],
    ]);
  });

  it("takes null for a value: there is no date then", () => {
    const { values, from } = applyPolicies([policy("Free", {}, { dueP0: null })], FACTS);
    expect([values.dueP0, from.dueP0]).toEqual([null, "Free"]);
  });

  it.each([
    ["service", "team", { serviceIds: ["checkout"] }, { teamIds: ["payments"] }],
    ["team", "severity", { teamIds: ["payments"] }, { severities: [2] }],
    ["severity", "priority", { severities: [2] }, { priorities: ["P1" as const] }],
    [
      "service and priority",
      "team and severity",
      { serviceIds: ["checkout"], priorities: ["P1" as const] },
      { teamIds: ["payments"], severities: [2] },
    ],
  ])("settles a tie: %s before %s", (_first, _second, one, other) => {
    const rules = [policy("Other", other, { healthDays: 2 }), policy("Wins", one, { healthDays: 1 })];
    const { values, candidates } = applyPolicies(rules, FACTS);
    expect(values.healthDays).toBe(1);
    expect(candidates.map(({ isTied }) => isTied)).toEqual([false, true, false]);
  });
});

describe("the policy that gives a value", () => {
  const wins = (all: readonly [string, Partial<PolicyRule["scope"]>][], of: Partial<PolicyFacts>) => {
    const rules = all.map(([name, scope], at) => policy(name, scope, { healthDays: at + 1 }));
    return applyPolicies(rules, { ...FACTS, ...of }).from.healthDays;
  };
  type Named = [string, Partial<PolicyRule["scope"]>];
  const everyone: Named = ["Everyone", {}];
  const p1: Named = ["P1", { priorities: ["P1"] }];
  const sev2: Named = ["SEV2", { severities: [2] }];
  const team: Named = ["Payments", { teamIds: ["payments"] }];
  const service: Named = ["Checkout", { serviceIds: ["checkout"] }];

  it.each<[string, Named[], Partial<PolicyFacts>, string | null]>([
    ["names nothing, if it is the only one", [everyone], {}, "Everyone"],
    ["names something before one that names nothing", [everyone, p1], {}, "P1"],
    ["isn't one of another priority", [everyone, p1], { priority: "P2" }, "Everyone"],
    ["isn't one of a severity for what has none", [sev2, everyone], { severity: null }, "Everyone"],
    ["names the team before the severity", [sev2, team, p1], {}, "Payments"],
    ["names the service before the team", [team, service], {}, "Checkout"],
    [
      "names two kinds before one that names the service",
      [service, ["Both", { severities: [2], priorities: ["P1"] }]],
      {},
      "Both",
    ],
    ["names one of several services", [["Two", { serviceIds: ["mail", "checkout"] }], everyone], {}, "Two"],
    ["is for one of several teams", [team, everyone], { teamIds: ["mail", "payments"] }, "Payments"],
    [
      "names more of one kind, which isn't more specific",
      [
        ["A", { severities: [2] }],
        ["B", { severities: [1, 2, 3] }],
      ],
      {},
      "A",
    ],
    ["isn't one that names a team for what has no team", [team], { teamIds: [] }, null],
    ["comes first by name, of two that name the same", [["Z", { teamIds: ["payments"] }], team], {}, "Payments"],
  ])("%s", (_, all, of, winner) => expect(wins(all, of)).toBe(winner));
});

const some = <Value>(values: readonly Value[]) => fc.subarray([...values]);
const facts = fc.record({
  priority: fc.constantFrom(...ACTION_PRIORITIES, null),
  severity: fc.constantFrom(1, 2, 3, 4, null),
  serviceIds: some(["a", "b"]),
  teamIds: some(["c", "d"]),
});
const scope = fc.record({
  serviceIds: some(["a", "b"]),
  teamIds: some(["c", "d"]),
  severities: some([1, 2]),
  priorities: some(["P0", "P1"] as const),
});
const rules = fc
  .array(fc.record({ scope, effectDays: fc.option(fc.integer({ min: 1, max: 9 }), { nil: undefined }) }), {
    maxLength: 8,
  })
  .map((all) =>
    all.map(({ scope: of, ...values }, at): PolicyRule => ({ id: `${at}`, name: `${at % 3}`, scope: of, values })),
  );

describe("for any policies", () => {
  it("gives the same in every order, and never a value of a policy that isn't for it", () => {
    fc.assert(
      fc.property(rules, facts, (all, of) => {
        const applied = applyPolicies(all, of);
        expect(applyPolicies(all.toReversed(), of)).toEqual(applied);
        const giver = all.find(({ id }) => id === applied.from.effectDays);
        if (giver) expect(isFor(giver.scope, of)).toBe(true);
        else expect(applied.values.effectDays).toBe(builtInValues(of).effectDays);
      }),
    );
  });

  it("gives no value while a more specific policy sets it", () => {
    fc.assert(
      fc.property(rules, facts, (all, of) => {
        const winner = all.find(({ id }) => id === applyPolicies(all, of).from.effectDays);
        const rank = ({ scope: named }: PolicyRule) =>
          namesOf(named).length * 100 +
          SCOPE_KINDS.reduce((sum, kind, at) => sum + (namesOf(named).includes(kind) ? 2 ** (3 - at) : 0), 0);
        const setters = all.filter(({ scope: named, values }) => values.effectDays !== undefined && isFor(named, of));
        for (const one of setters) expect(rank(one)).toBeLessThanOrEqual(winner ? rank(winner) : -1);
      }),
    );
  });

  it("gives each value exactly once", () => {
    fc.assert(
      fc.property(rules, facts, (all, of) => {
        const fills = applyPolicies(all, of).candidates.flatMap((one) => one.fills);
        expect(fills.toSorted()).toEqual(POLICY_KEYS.toSorted());
      }),
    );
  });
});

it.each([
  ["P0", 1, { dueP0: { days: 7, unit: "calendar" }, effectDays: 90 }],
  [
    "P1",
    1,
    {
      dueP1: { days: 15, unit: "calendar" },
      effectDays: 90,
      meet: { days: 3, unit: "calendar" },
      publish: { days: 14, unit: "calendar" },
      reviewApprovers: ["manager", "tpm", "peer"],
    },
  ],
  [
    "P1",
    2,
    {
      dueP1: { days: 30, unit: "calendar" },
      effectDays: 90,
      meet: { days: 5, unit: "business" },
      reviewApprovers: ["manager"],
    },
  ],
  [
    "P2",
    3,
    { dueP2: { days: 56, unit: "calendar" }, effectDays: 90, meet: null, publish: { days: 10, unit: "business" } },
  ],
  ["P3", null, { dueP3: null, effectDays: 90, reviewApprovers: ["manager"] }],
] as const)("gives built-in values for %s after SEV%s", (_priority, severity, values) => {
  expect(builtInValues({ severity })).toMatchObject(values);
});
