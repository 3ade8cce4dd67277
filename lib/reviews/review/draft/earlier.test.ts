import { describe, expect, it } from "vitest";
import type { EventKind } from "#lib/base/vocabulary/event-kinds.ts";
import { ALL_SECTIONS } from "#lib/reviews/template/testing/built-in.ts";
import { plainText } from "../plain-text.ts";
import { factEvent, factsOf } from "../testing/facts.ts";
import { draftProse } from "./draft.ts";
import type { FactEvent, ReviewFacts } from "./facts.ts";

const at = (clock: string, day = "10") => `2025-06-${day}T${clock}Z`;
const event = (id: string, clock: string | null, kind: EventKind, more: Partial<FactEvent> = {}): FactEvent => ({
  ...factEvent(id, clock === null ? null : at(`${clock}:00`), kind, `The ${id}`),
  ...more,
});
const says = (facts: ReviewFacts, key: string) => plainText(draftProse(ALL_SECTIONS, facts).get(key) ?? []);
const lines = (facts: ReviewFacts, key: string) => says(facts, key).split("\n");

describe("the section on earlier events", () => {
  const earlier = (change: Partial<ReviewFacts["earlier"]>) =>
    factsOf([], {}, { earlier: { ...factsOf([]).earlier, ...change }, people: [{ name: "Maya" }] });
  const incident = {
    key: "INC-9",
    title: "Orders are late",
    startedAt: at("09:00:00", "01"),
    services: [],
    trigger: null,
  };
  const action = {
    ...{ key: "ACT-4", title: "Alert Maya when a dump fails", condition: "Failures raise no alarm" },
    ...{ status: "accepted" as const, dueDate: "2025-06-05", createdAt: at("09:00:00", "02") },
    ...{ verifiedAt: null, wasOpen: true },
  };

  it("names each earlier incident with its reason and cites it", () => {
    const facts = earlier({
      incidents: [
        { ...incident, conditions: ["Failures raise no alarm"] },
        { ...incident, key: "INC-8", conditions: [], services: ["Checkout", "Mail"], trigger: "a deploy" },
        { ...incident, key: "INC-7", conditions: ["No owner"], services: ["Mail"], trigger: "a deploy" },
      ],
    });
    expect(lines(facts, "recurrence")).toEqual([
      "Earlier incidents with something in common:",
      "- “Orders are late” on Sun 1 Jun 2025: the same condition (“Failures raise no alarm”)",
      "- “Orders are late” on Sun 1 Jun 2025: the same services (Checkout and Mail), again triggered by a deploy",
      "- “Orders are late” on Sun 1 Jun 2025: the same condition (“No owner”), the same service (Mail), again triggered by a deploy",
    ]);
    expect(JSON.stringify(draftProse(ALL_SECTIONS, facts).get("recurrence"))).toContain(
      '{"type":"recordChip","attrs":{"noun":"incident","key":"INC-8"}}',
    );
  });

  it("includes the outcome of their actions, and which were verified before", () => {
    const done = { ...action, status: "verified" as const, wasOpen: false };
    const actions = [
      action,
      { ...action, dueDate: null },
      { ...action, status: "declined" as const },
      { ...done, verifiedAt: at("09:00:00", "03") },
      { ...done, verifiedAt: at("09:00:00", "20") },
    ];
    expect(lines(earlier({ actions }), "recurrence").slice(1)).toEqual([
      "- “Alert a responder when a dump fails”: accepted, due Thu 5 Jun 2025",
      "- “Alert a responder when a dump fails”: accepted",
      "- “Alert a responder when a dump fails”: declined",
      "- “Alert a responder when a dump fails”: verified on Tue 3 Jun 2025, before this incident",
      "- “Alert a responder when a dump fails”: verified on Fri 20 Jun 2025",
    ]);
  });

  it("lists the known work that was open when the incident started", () => {
    const changes = [
      { key: "SC-2", title: "Prove restores", status: "funded" as const, createdAt: at("09:00:00", "04") },
    ];
    expect(lines(earlier({ actions: [action, { ...action, wasOpen: false }], changes }), "backlog")).toEqual([
      "Open when the incident started:",
      "- “Alert a responder when a dump fails”, proposed on Mon 2 Jun 2025 for “Failures raise no alarm”",
      "Strategic changes that were proposed before it:",
      "- “Prove restores”, proposed on Wed 4 Jun 2025, now funded",
    ]);
  });

  it("quotes notes that people added to the timeline", () => {
    const facts = factsOf([event("risk", null, "known_risk"), event("outage", "09:10", "earlier_incident")]);
    expect(lines(facts, "backlog")).toEqual(["Known before the incident:", "- “The risk”"]);
    expect(lines(facts, "recurrence")).toEqual(["Named in the timeline:", "- At 09:10 UTC: “The outage”"]);
  });

  it("counts items that a long list leaves out, and is empty without any", () => {
    const many = lines(earlier({ actions: Array.from({ length: 14 }, () => action) }), "recurrence");
    expect([many.length, many.at(-1)]).toEqual([14, "- 2 more."]);
    expect([says(factsOf([]), "backlog"), says(factsOf([]), "recurrence")]).toEqual(["", ""]);
  });
});
