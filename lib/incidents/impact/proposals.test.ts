import { describe, expect, it } from "vitest";
import type { MilestoneTimes } from "#lib/incidents/timeline/milestones/metrics.ts";
import { closeAtEnd, freshProposals, proposalKey } from "./proposal.ts";
import { type MilestoneFacts, proposeFromMilestones } from "./propose-from-milestones.ts";
import { proposeFromStatuspage } from "./propose-from-statuspage.ts";

const at = (clock: string) => `2017-02-02T${clock}:00Z`;
const times = (list: Record<string, string>): MilestoneTimes =>
  Object.fromEntries(Object.entries(list).map(([name, clock]) => [name, { at: at(clock), precision: "minute" }]));
const CHECKOUT = { id: "checkout", name: "Acme Checkout" };
const MAIL = { id: "mail", name: "Acme Mail" };

const facts = (milestones: Record<string, string>, more: Partial<MilestoneFacts> = {}): MilestoneFacts => ({
  kind: "incident",
  status: "resolved",
  severity: 2,
  services: [CHECKOUT],
  milestones: times(milestones),
  ...more,
});
const shown = (list: readonly { from: string; to: string | null; weight: number }[]) =>
  list.map(({ from, to, weight }) => `${from.slice(11, 16)} ${to?.slice(11, 16) ?? "open"} ${weight}`);
const ALL = { impact_started: "09:42", mitigated: "10:22", resolved: "10:29" };

describe("from milestones", () => {
  it.each([
    [1, ["09:42 10:22 1", "10:22 10:29 0.3"]],
    [2, ["09:42 10:22 1", "10:22 10:29 0.3"]],
    [3, ["09:42 10:22 0.3", "10:22 10:29 0"]],
    [4, ["09:42 10:22 0", "10:22 10:29 0"]],
  ] as const)("SEV%d gives the default weights", (severity, expected) => {
    expect(shown(proposeFromMilestones(facts(ALL, { severity })))).toEqual(expected);
  });

  it.each([
    ["no start of impact", { mitigated: "10:22", resolved: "10:29" }, {}, []],
    ["a near miss", ALL, { kind: "near_miss" }, []],
    ["mitigated not known", { impact_started: "09:42", resolved: "10:29" }, {}, ["09:42 10:29 1"]],
    ["neither end known, and not open", { impact_started: "09:42" }, {}, []],
    ["still open", { impact_started: "09:42" }, { status: "open" }, ["09:42 open 1"]],
    [
      "mitigated, still open",
      { impact_started: "09:42", mitigated: "10:22" },
      { status: "open" },
      ["09:42 10:22 1", "10:22 open 0.3"],
    ],
    ["mitigated, resolved not known", { impact_started: "09:42", mitigated: "10:22" }, {}, ["09:42 10:22 1"]],
    ["mitigated with resolved", { ...ALL, mitigated: "10:29" }, {}, ["09:42 10:29 1"]],
    ["an end before the start", { ...ALL, mitigated: "09:00" }, {}, ["09:42 10:29 1"]],
  ] as const)("%s", (_, milestones, more, expected) => {
    expect(shown(proposeFromMilestones(facts(milestones, more)))).toEqual(expected);
  });

  it("names a missing milestone, and proposes for each service", () => {
    const [one] = proposeFromMilestones(facts({ impact_started: "09:42", resolved: "10:29" }));
    expect(one?.reason).toBe("SEV2: full, until resolved, because mitigated is unknown");
    expect(proposeFromMilestones(facts(ALL, { services: [CHECKOUT, MAIL] }))).toHaveLength(4);
  });
});

describe("from a status page", () => {
  const update = (clock: string, body: string, title = "Investigating: Payments") => ({
    at: at(clock),
    endAt: null,
    title,
    body,
  });

  it("follows the states of each component with the name of a service", () => {
    const events = [
      update(
        "09:58",
        "We look into it.\n\nAcme Checkout: operational to partial outage\nAcme Mail: operational to degraded performance",
      ),
      update("10:10", "Acme Checkout: partial outage to major outage"),
      update("10:12", "Acme Checkout: major outage to major outage"),
      update("10:29", "Acme Checkout: major_outage to operational\nAcme Mail: degraded performance to operational"),
      update("10:40", "Somebody else: operational to major outage"),
    ];
    expect(shown(proposeFromStatuspage(events, [CHECKOUT, MAIL]))).toEqual([
      "09:58 10:10 0.3",
      "10:10 10:29 1",
      "09:58 10:29 0",
    ]);
  });

  it("reads a change of one component, ends impact at maintenance, and accepts any name for the only service", () => {
    const events = [
      update("09:58", "", "API: operational to major outage"),
      update("10:05", "", "API: under maintenance"),
      update("10:20", "", "API: operational"),
    ];
    expect(shown(proposeFromStatuspage(events, [CHECKOUT]))).toEqual(["09:58 10:05 1"]);
    expect(proposeFromStatuspage(events, [CHECKOUT, MAIL])).toEqual([]);
  });

  it("uses the impact of an incident without components, and nothing from free text", () => {
    const whole = { at: at("09:58"), endAt: at("10:29"), title: "Resolved: Payments", body: "Impact: major" };
    expect(shown(proposeFromStatuspage([whole], [CHECKOUT]))).toEqual(["09:58 10:29 0.3"]);
    expect(proposeFromStatuspage([update("09:58", "This was a major outage: we are sorry")], [CHECKOUT])).toEqual([]);
  });
});

it("leaves out existing windows", () => {
  const proposals = proposeFromMilestones(facts(ALL));
  const [first] = proposals;
  expect(first && shown(freshProposals(proposals, [{ ...first, proposalKey: null }]))).toEqual(["10:22 10:29 0.3"]);
  expect(
    freshProposals(
      proposals,
      proposals.map((one) => ({ ...one, proposalKey: null })),
    ),
  ).toEqual([]);
  const edited = first && { ...first, weight: 0.1, from: at("09:40"), proposalKey: proposalKey(first) };
  expect(edited && shown(freshProposals(proposals, [edited]))).toEqual(["10:22 10:29 0.3"]);
});

it("proposes nothing as still in progress in an incident that is over", () => {
  const events = [
    { at: "2017-02-02T09:58:00Z", endAt: null, title: "Identified", body: "Checkout: operational to major outage" },
  ];
  const open = proposeFromStatuspage(events, [CHECKOUT]);
  expect(closeAtEnd(open, null)).toEqual(open);
  expect(closeAtEnd(open, "2017-02-02T10:29:00Z")).toMatchObject([
    {
      to: "2017-02-02T10:29:00Z",
      reason: "Status page: Checkout, major outage, until resolved because its end is unknown",
    },
  ]);
  expect(closeAtEnd(open, "2017-02-02T09:30:00Z")).toEqual([]);
});

it.each([
  ["open", { impact_started: "09:42" }, "open", ["SEV2: full, still open"]],
  [
    "mitigated, still open",
    { impact_started: "09:42", mitigated: "10:22" },
    "open",
    ["SEV2: full until mitigated", "SEV2: partial, mitigated, still open"],
  ],
  ["over", ALL, "resolved", ["SEV2: full until mitigated", "SEV2: partial, mitigated until resolved"]],
] as const)("says why: %s", (_, milestones, status, reasons) => {
  expect(proposeFromMilestones(facts(milestones, { status })).map(({ reason }) => reason)).toEqual(reasons);
});

it("reads lines of a status page with spaces around them, and an impact in any case", () => {
  const page = (body: string, endAt: string | null = null) => ({ at: at("09:58"), endAt, title: "x", body });
  expect(proposeFromStatuspage([page("  Acme Mail : Operational to Major Outage  ")], [CHECKOUT, MAIL])).toMatchObject([
    { serviceId: "mail", to: null, reason: "Status page: Acme Mail, major outage" },
  ]);
  expect(proposeFromStatuspage([page("impact: CRITICAL", at("10:29"))], [CHECKOUT])).toMatchObject([
    { weight: 1, reason: "Status page: impact critical" },
  ]);
  expect(proposeFromStatuspage([page("Impact: none", at("10:29"))], [CHECKOUT])).toEqual([]);
  expect(proposeFromStatuspage([page("Impact: major", at("09:58"))], [CHECKOUT])).toEqual([]);
  expect(proposeFromStatuspage([page("Impact: major")], [CHECKOUT])).toEqual([]);
});

describe("a list of proposals", () => {
  const one = { origin: "milestones" as const, serviceId: "checkout", from: at("10:00"), to: null, weight: 1 };
  const proposed = { ...one, basis: "default" as const, reason: "SEV1: full" };
  const window = { serviceId: "checkout", from: at("10:00"), to: null, weight: 1, proposalKey: null };

  it("is known by all that it states", () => {
    expect(proposalKey(one)).toBe("milestones_checkout_2017-02-02T10:00:00Z_open_1");
    expect(proposalKey({ ...one, to: at("11:00"), weight: 0.3 })).toBe(
      "milestones_checkout_2017-02-02T10:00:00Z_2017-02-02T11:00:00Z_0.3",
    );
  });

  it("is in order of time, without what is a window already or was once accepted", () => {
    const early = { ...proposed, from: at("09:00") };
    const late = { ...proposed, from: at("11:00") };
    expect(freshProposals([late, proposed, early], [])).toEqual([early, proposed, late]);
    expect(freshProposals([proposed, early], [window])).toEqual([early]);
    const moved = { ...window, from: at("10:05"), proposalKey: proposalKey(one) };
    expect(freshProposals([proposed], [moved])).toEqual([]);
    const written = { ...window, from: "2017-02-02T10:00:00.000Z" };
    expect(freshProposals([proposed], [written])).toEqual([]);
  });

  it.each([
    ["another end", { to: at("12:00") }],
    ["another service", { serviceId: "mail" }],
    ["another weight", { weight: 0.3 }],
    ["another start", { from: at("10:01") }],
  ])("has what a window with %s doesn't cover", (_, more) => {
    expect(freshProposals([proposed], [{ ...window, ...more }])).toEqual([proposed]);
    expect(freshProposals([{ ...proposed, to: at("11:00") }], [{ ...window, to: at("11:00") }])).toEqual([]);
  });

  it("ends with the incident, unless it has an end or starts later", () => {
    const ended = { ...proposed, to: at("10:30") };
    expect(closeAtEnd([ended, proposed], at("11:00"))).toEqual([
      ended,
      { ...proposed, to: at("11:00"), reason: "SEV1: full, until resolved because its end is unknown" },
    ]);
    expect(closeAtEnd([proposed], at("10:00"))).toEqual([]);
    expect(closeAtEnd([proposed], null)).toEqual([proposed]);
  });
});
