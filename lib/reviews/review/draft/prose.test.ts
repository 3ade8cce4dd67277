import { describe, expect, it } from "vitest";
import type { EventKind } from "#lib/base/vocabulary/event-kinds.ts";
import type { DocumentNode } from "#lib/document/document-json.ts";
import { ALL_SECTIONS } from "#lib/reviews/template/testing/built-in.ts";
import { plainText } from "../plain-text.ts";
import { factEvent, factsOf, rolledBack } from "../testing/facts.ts";
import { draftProse } from "./draft.ts";
import type { FactEvent, FactWindow, ReviewFacts } from "./facts.ts";

const at = (clock: string, day = "10") => `2025-06-${day}T${clock}Z`;
const event = (id: string, clock: string | null, kind: EventKind, more: Partial<FactEvent> = {}): FactEvent => ({
  ...factEvent(id, clock === null ? null : at(`${clock}:00`), kind, `The ${id}`),
  ...more,
});
const says = (facts: ReviewFacts, key: string) => plainText(draftProse(ALL_SECTIONS, facts).get(key) ?? []);
const lines = (facts: ReviewFacts, key: string) => says(facts, key).split("\n");

/** The events that a text cites, in their order. */
const cited = (nodes: readonly DocumentNode[]): unknown[] =>
  nodes.flatMap(({ type, attrs, content = [] }) => [
    ...(type === "eventChip" ? [attrs?.eventId] : []),
    ...cited(content),
  ]);

const impact = event("impact", "09:00", "impact_started");
const alert = event("alert", "09:02", "alert_fired");

it("cites the event of each sentence", () => {
  const facts = rolledBack();
  const citedIn = (key: string) => cited(draftProse(ALL_SECTIONS, facts).get(key) ?? []);
  expect(citedIn("summary")).toEqual(["impact", "normal", "alert", "good"]);
  expect(citedIn("impact")).toEqual(["impact", "normal", "good"]);
  expect(citedIn("detection")).toEqual(["alert", "page", "ack"]);
  expect(citedIn("response")).toEqual(["declared", "commander", "guess"]);
  expect(citedIn("mitigation")).toEqual(["rollback", "good", "normal", "rollback", "good"]);
  expect(citedIn("communication")).toEqual(["status"]);
});

it("describes a plain incident completely", () => {
  const facts = rolledBack();
  expect(lines(facts, "impact")).toEqual([
    "Customers of Checkout were affected from 09:01 UTC (10:01 in Europe/Dublin) until the service was fully normal at 09:31 UTC, 30 m in all. Severe impact ended at 09:11 UTC, 10 m after it started.",
  ]);
  expect(lines(facts, "detection")).toEqual([
    "The first signal was “Checkout error rate over 5 %” at 09:02 UTC, 1 m after the impact started.",
    "A person was paged at 09:02 UTC. The page was acknowledged at 09:03 UTC, 1 m after detection.",
  ]);
  expect(lines(facts, "response")).toEqual([
    "The incident was declared at 09:04 UTC, 2 m after detection. An incident commander was named at 09:05 UTC, 1 m after it was declared. 2 people joined the response, the first at 09:05 UTC and the last at 09:06 UTC.",
    "Hypotheses:",
    "- At 09:06 UTC: “The incident commander suspects deploy 8841”",
  ]);
  expect(lines(facts, "mitigation")).toEqual([
    "Mitigation started at 09:07 UTC with “Roll-back of 8841”, 3 m after the incident was declared. The impact was mitigated at 09:11 UTC, 4 m later. The target for a rollback is 5 m. The service was fully normal at 09:31 UTC, 20 m after the impact was mitigated.",
    "Steps taken:",
    "- At 09:07 UTC: “Roll-back of 8841”",
    "- At 09:11 UTC: “Roll-back finished”",
  ]);
});

it("leaves out how long something took where the other end isn't known", () => {
  const facts = (
    name: "declared" | "mitigated" | "resolved" | "commander_assigned" | "acknowledged",
    kind: EventKind,
  ) => factsOf([event("it", "09:30", kind)], { [name]: "it" });
  expect(says(facts("declared", "declared"), "response")).toBe("The incident was declared at 09:30 UTC.");
  expect(says(facts("commander_assigned", "commander_assigned"), "response")).toBe(
    "An incident commander was named at 09:30 UTC.",
  );
  expect(says(facts("acknowledged", "acknowledged"), "detection")).toBe("The incident was acknowledged at 09:30 UTC.");
  expect(says(facts("mitigated", "mitigated"), "mitigation")).toBe("The impact was mitigated at 09:30 UTC.");
  expect(says(facts("resolved", "resolved"), "mitigation")).toBe("The service was fully normal at 09:30 UTC.");
  expect(says(facts("mitigated", "mitigated"), "summary")).toContain("The impact was mitigated at 09:30 UTC.");
});

describe("the summary", () => {
  const opening = (change: Partial<ReviewFacts["incident"]>) => says(factsOf([], {}, { incident: change }), "summary");

  it("says what it was, and when once that is known", () => {
    expect(opening({ kind: "incident", highestSeverity: 2 })).toBe("“Checkout returns errors” is a SEV2 incident.");
    expect(opening({ kind: "drill", startedAt: at("09:00:00") })).toBe(
      "“Checkout returns errors” was a drill on Tue 10 Jun 2025.",
    );
    expect(opening({ kind: "near_miss" })).toBe("“Checkout returns errors” is a near miss. No customer was affected.");
    expect(
      says(factsOf([event("note", null, "observation"), event("later", "10:00", "observation")]), "summary"),
    ).toMatch(/on Tue 10 Jun 2025\.$/);
  });

  it("says that it is still open until there is a sign of the end", () => {
    expect(opening({ status: "open" })).toContain("The incident is still open.");
    expect(opening({ status: "open", stateGiven: true })).toContain("The incident is still open.");
    for (const change of [{ status: "resolved" }, { status: "open", stateGiven: false }] as const)
      expect(opening(change)).not.toContain("still open");
  });

  it("names the services, or just customers, and the local time where it is another", () => {
    const affected = (services: string[], timeZone: string) =>
      says(
        factsOf(
          [impact],
          { impact_started: "impact" },
          { services: services.map((name) => ({ name, ownerTeam: null })), incident: { timeZone } },
        ),
        "summary",
      );
    expect(affected([], "UTC")).toContain("Customers were affected from 09:00 UTC.");
    expect(affected(["Mail", "Cart"], "Europe/Berlin")).toContain(
      "Customers of Mail and Cart were affected from 09:00 UTC (11:00 in Europe/Berlin).",
    );
  });

  it.each<[EventKind, string]>([
    ["alert_fired", "It was first seen at 09:02 UTC by our own signals."],
    ["customer_report", "It was first seen at 09:02 UTC through a customer report."],
    ["observation", "It was first seen at 09:02 UTC."],
  ])("says by whom it was first seen: %s", (kind, words) => {
    expect(says(factsOf([event("seen", "09:02", kind)], { detected: "seen" }), "summary")).toContain(words);
  });

  it("says that a day alone is known", () => {
    const day = { ...impact, precision: "day" as const };
    expect(says(factsOf([day], { impact_started: "impact" }), "summary")).toContain(
      "Customers of Checkout were affected from some time on Tue 10 Jun 2025.",
    );
  });
});

describe("detection", () => {
  it("names the earliest signal while none is marked, but only if all of them have a time", () => {
    const report = event("report", "09:05", "customer_report");
    expect(lines(factsOf([alert, report]), "detection")).toEqual([
      "The earliest signal on the timeline is “The alert” at 09:02 UTC.",
      "The timeline has 1 alert and 1 customer report.",
    ]);
    expect(lines(factsOf([alert, { ...report, at: null }]), "detection")[0]).toBe(
      "The timeline has 1 alert and 1 customer report.",
    );
    expect(cited(draftProse(ALL_SECTIONS, factsOf([alert])).get("detection") ?? [])).toEqual(["alert"]);
  });

  it("counts signals from two on", () => {
    const alerts = (count: number) => Array.from({ length: count }, (_, n) => event(`a${n}`, "09:02", "alert_fired"));
    expect(lines(factsOf(alerts(1)), "detection")).toHaveLength(1);
    expect(lines(factsOf(alerts(2)), "detection").at(-1)).toBe("The timeline has 2 alerts.");
  });

  it("counts a signal of the same moment as the first, and one without a time not as earlier", () => {
    const facts = factsOf([alert, event("twin", "09:02", "alert_fired"), event("lost", null, "customer_report")], {
      detected: "alert",
    });
    expect(lines(facts, "detection")[0]).toBe("The first signal was “The alert” at 09:02 UTC.");
  });

  it("names the moment alone where it has no event", () => {
    const facts = factsOf([impact], { impact_started: "impact" });
    facts.milestones.detected = { at: at("09:04:00"), precision: "minute" };
    expect(lines(facts, "detection")[0]).toBe("It was first seen at 09:04 UTC.");
  });

  it("leaves out a page that was the detection itself", () => {
    const page = event("page", "09:02", "paged");
    expect(says(factsOf([page], { detected: "page", paged: "page" }), "detection")).not.toContain("A person was paged");
  });
});

describe("the response", () => {
  it.each([
    [[], ""],
    [["09:05"], "1 person joined the response at 09:05 UTC."],
    [["09:05", "09:05"], "2 people joined the response at 09:05 UTC."],
    [["09:05", "09:07"], "2 people joined the response, the first at 09:05 UTC and the last at 09:07 UTC."],
    [["09:05", null], "2 people joined the response."],
    [[null, "09:05"], "2 people joined the response."],
  ])("names who joined at %j", (clocks, words) => {
    expect(says(factsOf(clocks.map((clock, n) => event(`j${n}`, clock, "joined"))), "response")).toBe(words);
  });

  it("lists steps in their order, under what kinds they are of", () => {
    const facts = factsOf([
      event("sev", "09:01", "severity_changed"),
      event("esc", "09:02", "escalated"),
      event("hand", "09:03", "handoff"),
      event("guess", "09:04", "hypothesis"),
      event("wrong", "09:05", "hypothesis_rejected"),
      event("choice", null, "decision"),
    ]);
    expect(lines(facts, "response")).toEqual([
      "Severity changes, escalations, hand-offs, hypotheses and decisions:",
      "- At 09:01 UTC: “The sev”",
      "- At 09:02 UTC: “The esc”",
      "- At 09:03 UTC: “The hand”",
      "- At 09:04 UTC: “The guess”",
      "- At 09:05 UTC: “The wrong”",
      "- “The choice”",
    ]);
  });

  it("lists twelve steps, and counts from the thirteenth on", () => {
    const choices = (count: number) =>
      lines(factsOf(Array.from({ length: count }, (_, n) => event(`${n}`, null, "decision"))), "response");
    expect(choices(12)).toHaveLength(13);
    expect(choices(13).at(-1)).toBe("- 1 more on the timeline.");
  });

  it("says how often a step was repeated", () => {
    expect(lines(factsOf([event("esc", null, "escalated", { times: 3 })]), "response").at(-1)).toBe(
      "- “The esc” (3 times)",
    );
  });
});

describe("mitigation", () => {
  const restart = (id: string, clock: string | null) => event(id, clock, "restarted");

  it("leaves out the target where no rollback ended the impact", () => {
    const facts = factsOf([restart("go", "09:10"), event("good", "09:20", "mitigated")], {
      mitigation_started: "go",
      mitigated: "good",
    });
    expect(lines(facts, "mitigation")[0]).toBe(
      "Mitigation started at 09:10 UTC with “The go”. The impact was mitigated at 09:20 UTC, 10 m later.",
    );
  });

  it("leaves out steps before anyone was affected, and keeps those without a time", () => {
    const facts = factsOf([impact, restart("early", "08:50"), restart("go", "09:10"), restart("when", null)], {
      impact_started: "impact",
    });
    expect(lines(facts, "mitigation")).toEqual(["Steps taken:", "- At 09:10 UTC: “The go”", "- “The when”"]);
  });

  it("puts a step of the marked moment among those taken", () => {
    const facts = factsOf([restart("first", "09:09"), restart("go", "09:10")], { mitigation_started: "go" });
    expect(lines(facts, "mitigation").slice(1)).toEqual([
      "Earlier steps:",
      "- At 09:09 UTC: “The first”",
      "Steps taken:",
      "- At 09:10 UTC: “The go”",
    ]);
  });

  it("lists what a machine did, and names no remark as the start", () => {
    const facts = factsOf([event("auto", "09:10", "automated_action"), event("note", "09:20", "observation")], {
      mitigation_started: "note",
    });
    expect(lines(facts, "mitigation")).toEqual([
      "Mitigation started at 09:20 UTC.",
      "Earlier steps:",
      "- At 09:10 UTC: “The auto”",
    ]);
  });
});

it("measures nothing from a moment that another one contradicts", () => {
  const facts = factsOf(
    [event("go", "09:30", "restarted"), event("good", "09:20", "mitigated"), event("normal", "09:40", "resolved")],
    { mitigation_started: "go", mitigated: "good", resolved: "normal" },
  );
  expect(lines(facts, "mitigation")[0]).toBe("The service was fully normal at 09:40 UTC.");
});

it("takes a time that is unknown for none, even where one is written", () => {
  const unsure = event("choice", "09:30", "decision", { precision: "unknown" });
  expect(lines(factsOf([unsure]), "response").at(-1)).toBe("- “The choice”");
  expect(says(factsOf([{ ...impact, precision: "unknown" }], { impact_started: "impact" }), "summary")).not.toContain(
    "were affected",
  );
});

describe("communication", () => {
  const update = (id: string, clock: string | null, more: Partial<FactEvent> = {}) =>
    event(id, clock, "public_update", more);

  it.each<[string, FactEvent[], string]>([
    ["one update", [update("a", "09:10")], ""],
    ["two updates", [update("a", "09:10"), update("b", "09:40")], "2 public updates went out, 30 m apart."],
    [
      "three updates",
      [update("a", "09:10"), update("b", "09:40"), update("c", "09:50")],
      "3 public updates went out. The longest pause between two was 30 m.",
    ],
    ["two at one time", [update("a", "09:10"), update("b", "09:10")], "2 public updates went out."],
    [
      "one without a time",
      [update("a", "09:10"), update("b", "09:40"), update("c", null)],
      "3 public updates went out.",
    ],
    [
      "one of which the day is known",
      [update("a", "09:10"), update("b", "09:40"), update("c", "09:50", { precision: "day" })],
      "3 public updates went out.",
    ],
    [
      "others only",
      [
        event("i", "09:10", "internal_update"),
        event("j", "09:11", "internal_update"),
        event("s", "09:12", "support_update"),
        event("e", "09:13", "exec_update"),
      ],
      "The timeline has 2 internal updates, 1 update to support and 1 update to management.",
    ],
    [
      "public ones and others",
      [
        update("a", "09:10"),
        update("b", "09:40"),
        event("s", "09:12", "support_update"),
        event("t", "09:13", "support_update"),
      ],
      "2 public updates went out, 30 m apart. The timeline also has 2 updates to support.",
    ],
    ["hidden ones", [update("a", "09:10", { hidden: true }), update("b", "09:40", { hidden: true })], ""],
  ])("describes %s", (_, events, words) => expect(says(factsOf(events), "communication")).toBe(words));

  it("says how long customers waited from whatever is known", () => {
    const told = [impact, event("declared", "09:05", "declared"), update("first", "09:10")];
    const first = { first_public_update: "first" };
    expect(says(factsOf(told, first), "communication")).toBe("Customers were first told at 09:10 UTC.");
    expect(says(factsOf(told, { ...first, declared: "declared" }), "communication")).toBe(
      "Customers were first told at 09:10 UTC, 5 m after the incident was declared.",
    );
    expect(says(factsOf(told, { ...first, impact_started: "impact" }), "communication")).toBe(
      "Customers were first told at 09:10 UTC, 10 m after the impact started.",
    );
  });
});

describe("the impact", () => {
  const window = (service: string, from: string, to: string | null, more: Partial<FactWindow> = {}): FactWindow => ({
    ...{ service, from, to, weight: 1, basis: "estimated" },
    ...more,
  });
  const told = (windows: FactWindow[], status: "open" | "resolved" = "resolved") =>
    says(factsOf([impact], { impact_started: "impact" }, { windows, incident: { status } }), "impact");

  it("is described for each service separately, with the day where it differs", () => {
    expect(
      told([
        window("Mail", at("09:00:00"), at("09:10:00")),
        window("Cart", at("23:50:00"), at("00:10:00", "11"), { weight: 0.5 }),
        window("Mail", at("10:00:00", "11"), at("10:20:00", "11")),
      ]),
    ).toContain(
      "Mail lost 30.0 weighted minutes: 09:00 UTC to 09:10 UTC at weight 1 (estimated), 10:00 UTC on Wed 11 Jun 2025 to 10:20 UTC at weight 1 (estimated). Cart lost 10.0 weighted minutes: 23:50 UTC to 00:10 UTC on Wed 11 Jun 2025 at weight 0.50 (estimated).",
    );
  });

  it("leaves out an open window once the incident is over", () => {
    const windows = [window("Mail", at("09:00:00"), at("09:10:00")), window("Mail", at("09:20:00"), null)];
    expect(told(windows)).toContain("Mail lost 10.0 weighted minutes: 09:00 UTC to 09:10 UTC at weight 1 (estimated).");
    expect(told(windows, "open")).toContain(
      "Mail: 09:00 UTC to 09:10 UTC at weight 1 (estimated), 09:20 UTC on at weight 1 (estimated).",
    );
  });

  it("says nothing of its length while its start isn't known, but for a near miss", () => {
    expect(says(factsOf([]), "impact")).toBe("");
    expect(says(factsOf([], {}, { incident: { kind: "near_miss" } }), "impact")).toBe("No customer was affected.");
  });

  it("is quoted from a file, one paragraph for each of its own", () => {
    const found = { summary: [], impact: ["Maya saw it\n\n\nIt was slow", "No orders were lost!"] };
    expect(lines(factsOf([], {}, { found, people: [{ name: "Maya" }] }), "impact")).toEqual([
      "A responder saw it.",
      "It was slow.",
      "No orders were lost!",
    ]);
  });
});
