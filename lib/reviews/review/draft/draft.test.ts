import { Node } from "@tiptap/pm/model";
import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { growth } from "#lib/base/testing/growth.ts";
import { PRECISIONS } from "#lib/base/time/precision.ts";
import { EVENT_KINDS } from "#lib/base/vocabulary/event-kinds.ts";
import { INCIDENT_KINDS, INCIDENT_STATUSES } from "#lib/base/vocabulary/incident.ts";
import type { DocumentNode } from "#lib/document/document-json.ts";
import { editorSchema } from "#lib/document/schema.ts";
import { MILESTONES } from "#lib/incidents/timeline/milestones/milestone-names.ts";
import { ALL_SECTIONS, builtIn } from "#lib/reviews/template/testing/built-in.ts";
import { plainText } from "../plain-text.ts";
import { factEvent, factsOf, rolledBack } from "../testing/facts.ts";
import { draft, draftProse } from "./draft.ts";
import type { ReviewFacts } from "./facts.ts";

const proseFrom = (facts: ReviewFacts) => draftProse(ALL_SECTIONS, facts);
const says = (facts: ReviewFacts, key: string) => plainText(proseFrom(facts).get(key) ?? []);
const drafted = (template: string, facts: ReviewFacts) => draft(builtIn(template).sections, facts);
const checked = (content: DocumentNode[]) => Node.fromJSON(editorSchema(), { type: "doc", content }).check();
const typesIn = (nodes: DocumentNode[], type: string) => nodes.filter((node) => node.type === type);

test("each template contains the sections that its kind of review needs", () => {
  expect(builtIn("quick").sections).toHaveLength(11);
  expect(builtIn("standard").sections).toHaveLength(23);
  expect(builtIn("major").sections).toHaveLength(28);
});

describe.each(["quick", "standard", "major", "regulator"])("a %s draft", (template) => {
  const nodes = drafted(template, rolledBack());

  it("is a document that the editor accepts", () => checked(nodes));

  it("has each section of its template once, in order, filled in or with questions", () => {
    const headed = typesIn(nodes, "heading").map(({ attrs }) => attrs?.sectionKey);
    expect(["header", ...headed]).toEqual(builtIn(template).sections.map(({ key }) => key));
    nodes.forEach((node, index) => {
      if (node.type === "heading") expect(nodes[index + 1]?.type).toMatch(/^(liveBlock|draftBlock|guidance)$/);
    });
  });

  it("is the same each time", () => expect(drafted(template, rolledBack())).toEqual(nodes));
});

test("fills ten sections of a major review of a plain incident, and asks in the others", () => {
  const nodes = drafted("major", rolledBack());
  expect(typesIn(nodes, "draftBlock").map(({ attrs }) => attrs?.key)).toEqual([
    "summary",
    "impact",
    "detection",
    "response",
    "mitigation",
    "communication",
    "trigger",
    "questions",
    "glossary",
    "external",
  ]);
  expect(typesIn(nodes, "guidance").map(({ attrs }) => attrs?.sectionKey)).toContain("lessons");
});

describe("prose", () => {
  it.each<[string, string]>([
    [
      "summary",
      "“Checkout returns errors” was a SEV1 incident on Tue 10 Jun 2025. Customers of Checkout were affected from 09:01 UTC (10:01 in Europe/Dublin) until the service was fully normal at 09:31 UTC, 30 m in all. One in eight checkouts ended with an error page. It was first seen at 09:02 UTC by our own signals, 1 m after the impact started. The impact was mitigated at 09:11 UTC, 10 m after it started.",
    ],
    ["trigger", "The trigger was “Deploy 8841 finished” at 09:00 UTC, 1 m before the impact started."],
    [
      "communication",
      "Customers were first told at 09:07 UTC, 6 m after the impact started and 3 m after the incident was declared. 2 public updates went out, 20 m apart.",
    ],
    ["questions", "Asked during the incident:\n- At 09:06 UTC: “Are refunds affected?”"],
    ["glossary", "- Checkout. The Payments team owns it."],
  ])("of %s", (key, words) => expect(says(rolledBack(), key)).toBe(words));

  it("measures a rollback against its target", () => {
    expect(says(rolledBack(), "mitigation")).toContain("4 m later. The target for a rollback is 5 m.");
  });

  it("names roles instead of people", () => {
    expect(says(rolledBack(), "response")).toContain("“The incident commander suspects deploy 8841”");
    expect(JSON.stringify(drafted("major", rolledBack()))).not.toContain("Maya");
  });

  it("cites the events it is based on", () => {
    expect(JSON.stringify(proseFrom(rolledBack()).get("trigger"))).toContain('{"eventId":"deploy"}');
  });

  it("leaves out what isn't known, and asks where nothing is", () => {
    const empty = factsOf([]);
    expect(says(empty, "summary")).toBe("“Checkout returns errors” is a SEV1 incident.");
    expect([...proseFrom(empty).keys()]).toEqual(["summary", "glossary"]);
  });

  it("quotes an accepted summary and impact of a file", () => {
    const found = { summary: ["Sign-in failed.\n\nFor 52 minutes"], impact: ["One in four customers"] };
    const facts = { ...rolledBack(), found };
    expect(says(facts, "summary")).toBe("Sign-in failed.\nFor 52 minutes.");
    // The facts of the record are in the block above.
    expect(says(facts, "impact")).toMatch(/^One in four customers\.\n/);
    expect(says(facts, "impact")).not.toContain("One in eight");
  });

  it("reports the lead of a signal that came before the impact", () => {
    const events = [
      factEvent("signal", "2025-06-10T09:05:00Z", "customer_report", "A customer asks"),
      factEvent("impact", "2025-06-10T09:10:00Z", "impact_started", "Errors"),
    ];
    const facts = factsOf(events, { detected: "signal", impact_started: "impact" });
    expect(says(facts, "detection")).toBe(
      "The first signal was a customer report at 09:05 UTC, “A customer asks”, 5 m before customers were affected.",
    );
  });

  it("calls a detection the first signal only if no earlier one is on the timeline", () => {
    const events = [
      factEvent("alert", "2025-06-10T09:05:00Z", "alert_fired", "Queue age"),
      factEvent("page", "2025-06-10T09:06:00Z", "paged", "Paged on-call"),
    ];
    expect(says(factsOf(events, { detected: "page", paged: "page" }), "detection")).toBe(
      "The incident was detected at 09:06 UTC with “Paged on-call”. The earliest signal on the timeline is “Queue age” at 09:05 UTC.",
    );
    expect(says(factsOf(events, { detected: "alert", paged: "page" }), "detection")).toBe(
      "The first signal was “Queue age” at 09:05 UTC.\nA person was paged at 09:06 UTC.",
    );
  });

  it("separates steps before the marked mitigation, and words a step before the impact as such", () => {
    const step = (id: string, clock: string) => factEvent(id, `2025-06-10T${clock}:00Z`, "restarted", `Restart ${id}`);
    const update = factEvent("u", "2025-06-10T09:30:00Z", "internal_update", "Noted");
    const facts = factsOf([step("a", "09:10"), step("b", "09:20"), update], { mitigation_started: "b" });
    expect(says(facts, "mitigation")).toMatch(/Earlier steps:\n- At 09:10.*\nSteps taken:\n- At 09:20/);
    expect(says(facts, "communication")).toBe("The timeline has 1 internal update.");
  });

  it("leaves the trigger open if no one marked it", () => {
    const events = [
      factEvent("deploy", "2025-06-10T09:00:00Z", "deploy_finished", "Deploy"),
      factEvent("impact", "2025-06-10T09:10:00Z", "impact_started", "Errors"),
    ];
    expect(says(factsOf(events, { impact_started: "impact" }), "trigger")).toBe(
      "The last recorded change before the impact is “Deploy” at 09:00 UTC, 10 m earlier. Whether it triggered the incident isn't established.",
    );
  });

  it("lists only pinned events if some are pinned, and never hidden ones", () => {
    const guess = (id: string, change: object) => ({ ...factEvent(id, null, "hypothesis", `Guess ${id}`), ...change });
    const events = [guess("a", {}), guess("b", { pinned: true }), guess("c", { pinned: true, hidden: true })];
    expect(says(factsOf(events), "response")).toBe("Hypotheses:\n- “Guess b”");
  });

  it("counts what a long list leaves out", () => {
    const events = Array.from({ length: 15 }, (_, index) => factEvent(`${index}`, null, "decision", `Choice ${index}`));
    expect(says(factsOf(events), "response").split("\n").at(-1)).toBe("- 3 more on the timeline.");
  });

  describe("states nothing that contradicts the facts", () => {
    const at = (clock: string) => `2025-06-10T${clock}:00Z`;
    const story = [
      factEvent("impact", at("09:00"), "impact_started", "Errors"),
      factEvent("worse", at("09:10"), "observation", "The network began degrading severely"),
      factEvent("normal", at("09:30"), "resolved", "All is well"),
    ];
    const all = (facts: ReviewFacts) => [...proseFrom(facts).keys()].map((key) => says(facts, key)).join("\n");

    it.each<[string, ReviewFacts, RegExp]>([
      [
        "that it is open, beside a resolved milestone",
        factsOf(story, { impact_started: "impact", resolved: "normal" }, { incident: { status: "open" } }),
        /still open/,
      ],
      [
        "that it ended, where a person says it is open",
        factsOf(
          story,
          { impact_started: "impact", resolved: "normal" },
          { incident: { status: "open", stateGiven: true } },
        ),
        /fully normal/,
      ],
      [
        "that it is open, while nobody said so",
        factsOf(story, {}, { incident: { status: "open", stateGiven: false } }),
        /still open/,
      ],
      [
        "that mitigation started with what is no mitigation",
        factsOf(story, { impact_started: "impact", mitigation_started: "worse" }),
        /with “The network/,
      ],
      [
        "that mitigation started before anybody knew",
        factsOf([factEvent("restart", at("08:50"), "restarted", "Workers restarted"), ...story], {
          mitigation_started: "restart",
          impact_started: "impact",
        }),
        /Mitigation started/,
      ],
      [
        "what two milestones in the wrong order say",
        factsOf(story, { mitigated: "impact", resolved: "worse", mitigation_started: "normal" }),
        /mitigated at|Mitigation started/,
      ],
      [
        "that a window is open in a resolved incident",
        factsOf(
          story,
          {},
          { windows: [{ service: "Checkout", from: at("09:00"), to: null, weight: 1, basis: "default" }] },
        ),
        /open/,
      ],
      [
        "that our own signals saw it first, of a mere remark",
        factsOf(story, { impact_started: "impact", detected: "worse" }),
        /own signals/,
      ],
      ["beside which updates others went out", factsOf([factEvent("u", at("09:05"), "internal_update", "x")]), /them/],
      ["that a service has no owner", factsOf([], {}, { services: [{ name: "Cart", ownerTeam: null }] }), /No owner/],
    ])("%s", (_name, facts, never) => {
      expect(all(facts)).not.toMatch(never);
    });
  });

  it("claims no affected customers for a near miss or a drill", () => {
    expect(says(factsOf([], {}, { incident: { kind: "near_miss" } }), "summary")).toContain(
      "No customer was affected.",
    );
    expect(says(factsOf([], {}, { incident: { kind: "drill" } }), "summary")).not.toContain("ustomer");
  });
});

/** Placeholders that appear in a sentence when a part is missing. */
const HOLES = /\b(?:unknown|not known|nobody|null|none yet)\b|: -|\(\)|“”| {2}|(?<=\w) [.,;]|[.,;:] ?[,;:]/i;
const proseOf = (nodes: DocumentNode[]) =>
  plainText(typesIn(nodes, "draftBlock").flatMap(({ content }) => content ?? []));
/** Titles and impact can contain any text. */
const withoutQuotes = (text: string) => text.replace(/“[^”]*”/gs, "“x”");

test("any facts give a document that the editor accepts, with complete sentences", () => {
  const event = fc.record({
    id: fc.uuid(),
    at: fc.option(fc.integer({ min: 0, max: 5000 }).map((m) => new Date(Date.UTC(2025, 5, 10, 0, m)).toISOString())),
    precision: fc.constantFrom(...PRECISIONS),
    kind: fc.constantFrom(...EVENT_KINDS),
    title: fc.string({ maxLength: 200 }).map((words) => `e${words.replace(/[“”]/g, "")}`),
    pinned: fc.boolean(),
    hidden: fc.boolean(),
  });
  const facts = fc
    .record({
      events: fc.uniqueArray(event, { maxLength: 40, selector: ({ id }) => id }),
      kind: fc.constantFrom(...INCIDENT_KINDS),
      status: fc.constantFrom(...INCIDENT_STATUSES),
      impactText: fc.constantFrom("", "Orders failed"),
      names: fc.array(fc.string()),
      template: fc.constantFrom("quick", "standard", "major"),
      places: fc.array(fc.nat(), { maxLength: MILESTONES.length }),
    })
    .map(({ events, kind, status, impactText, names, template, places }) => {
      const points = places.flatMap((place, index) => {
        const [name, target] = [MILESTONES[index], events[place % Math.max(1, events.length)]];
        return name && target ? [[name, target.id] as const] : [];
      });
      const change = { people: names.map((name) => ({ name })), incident: { kind, status, impactText } };
      return { template, facts: factsOf(events, Object.fromEntries(points), change) };
    });
  fc.assert(
    fc.property(facts, ({ template, facts }) => {
      const nodes = drafted(template, facts);
      checked(nodes);
      expect(JSON.stringify(nodes)).not.toMatch(/undefined|NaN|\[object/);
      const words = withoutQuotes(proseOf(nodes));
      expect(words).not.toMatch(HOLES);
      expect(words.includes("is still open") && words.includes("fully normal")).toBe(false);
      if (facts.incident.status !== "open") expect(words).not.toContain("still open");
    }),
    { numRuns: 60 },
  );
});

test("the work of a draft grows in proportion to the events", () => {
  const story = (count: number) => {
    const events = Array.from({ length: count }, (_, index) =>
      factEvent(`${index}`, new Date(Date.UTC(2025, 5, 10, 9, index)).toISOString(), "hypothesis", `Idea ${index}`),
    );
    return factsOf(events, { impact_started: "1", detected: "2", resolved: String(count - 1) });
  };
  expect(growth(story, (facts) => drafted("major", facts), 300, 2400)).toBeLessThan(30);
});

describe("impact windows", () => {
  const windows = [
    {
      service: "Checkout",
      from: "2025-06-10T09:01:00Z",
      to: "2025-06-10T09:11:00Z",
      weight: 0.97,
      basis: "measured" as const,
    },
    {
      service: "Checkout",
      from: "2025-06-10T09:11:00Z",
      to: "2025-06-10T09:31:00Z",
      weight: 0.3,
      basis: "default" as const,
    },
  ];
  const impactText = (facts: ReviewFacts) => JSON.stringify(proseFrom(facts).get("impact"));

  it("are listed with weight, basis and total", () => {
    const text = impactText({ ...rolledBack(), windows });
    expect(text).toContain(
      "Checkout lost 15.7 weighted minutes: 09:01 UTC to 09:11 UTC at weight 0.97 (measured), 09:11 UTC to 09:31 UTC at weight 0.30 (default).",
    );
  });

  it("have no total while one is open, and change the draft when one changes", () => {
    const open = windows.map((one, at) => (at === 1 ? { ...one, to: null } : one));
    const { incident } = rolledBack();
    const goesOn = { ...rolledBack(), incident: { ...incident, status: "open" as const }, windows: open };
    expect(impactText(goesOn)).toContain("Checkout: 09:01 UTC to 09:11 UTC at weight 0.97");
    const other = windows.map((one) => ({ ...one, basis: "estimated" as const }));
    expect(impactText({ ...rolledBack(), windows: other })).not.toBe(impactText({ ...rolledBack(), windows }));
  });
});

it("the text for customers has one space between sentences and none at its end, with and without an impact", () => {
  const { incident } = rolledBack();
  const external = (impactText: string) =>
    JSON.stringify(
      proseFrom({ ...rolledBack(), incident: { ...incident, kind: "incident", impactText } }).get("external"),
    );
  expect(external("Orders failed")).toContain(". Orders failed.");
  expect(external("")).not.toMatch(/ {2}| "[},]/);
});
