import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { EVENT_RELATIONS, type EventRelation } from "./event-relations.ts";
import { type Moves, type PlacedEvent, placeBelow, splitApart } from "./place-below.ts";
import { undoPlaces } from "./undo-places.ts";

/** "b merged a" puts b below a. "a" is alone. */
function placed(...lines: string[]): PlacedEvent[] {
  return lines.map((line) => {
    const [id = "", relation, leadId] = line.split(" ");
    const as = EVENT_RELATIONS.find((one) => one === relation) ?? null;
    return { id, leadId: leadId ?? null, relation: as };
  });
}
const apply = (events: readonly PlacedEvent[], moves: Moves): PlacedEvent[] =>
  events.map((event) => ({ ...event, ...moves.get(event.id) }));
const lines = (events: readonly PlacedEvent[]) =>
  events.map(({ id, leadId, relation }) => (leadId === null ? id : `${id} ${relation} ${leadId}`));
const put = (events: PlacedEvent[], relation: EventRelation, leadId: string, ...below: string[]) =>
  lines(apply(events, placeBelow(events, leadId, below, relation)));

describe("putting events below a lead", () => {
  it.each<[string, PlacedEvent[], EventRelation, string, string[], string[]]>([
    ["two that stand alone", placed("a", "b", "c"), "merged", "a", ["b", "c"], ["a", "b merged a", "c merged a"]],
    [
      "a lead with what it holds",
      placed("a", "b", "c merged b"),
      "merged",
      "a",
      ["b"],
      ["a", "b merged a", "c merged a"],
    ],
    [
      "a repeat with its sources",
      placed("a", "b", "c merged b"),
      "bundled",
      "a",
      ["b"],
      ["a", "b bundled a", "c merged b"],
    ],
    [
      "a bundle into a bundle",
      placed("a", "b", "c bundled b"),
      "bundled",
      "a",
      ["b"],
      ["a", "b bundled a", "c bundled a"],
    ],
    [
      "a bundle that is one fact",
      placed("a", "b", "c bundled b"),
      "merged",
      "a",
      ["b"],
      ["a", "b merged a", "c bundled a"],
    ],
    ["a source of a repeat", placed("a", "b bundled a", "c"), "merged", "b", ["c"], ["a", "b bundled a", "c merged b"]],
    [
      "a repeat of a repeat",
      placed("a", "b bundled a", "c"),
      "bundled",
      "b",
      ["c"],
      ["a", "b bundled a", "c bundled a"],
    ],
    [
      "an account of a source",
      placed("a", "b merged a", "c"),
      "account",
      "b",
      ["c"],
      ["a", "b merged a", "c account a"],
    ],
    ["another relation", placed("a", "b merged a"), "account", "a", ["b"], ["a", "b account a"]],
    [
      "the lead below what it held",
      placed("a", "b merged a", "c merged a"),
      "merged",
      "b",
      ["a"],
      ["a merged b", "b", "c merged b"],
    ],
    ["what is there already", placed("a", "b merged a"), "merged", "a", ["b"], ["a", "b merged a"]],
  ])("%s", (_, events, relation, lead, below, after) => {
    expect(put(events, relation, lead, ...below)).toEqual(after);
  });
});

it("releases one event below, or all events below a lead", () => {
  const events = placed("a", "b bundled a", "c merged b", "d account a");
  expect(lines(apply(events, splitApart(events, ["b"])))).toEqual(["a", "b", "c merged b", "d account a"]);
  expect(lines(apply(events, splitApart(events, ["a"])))).toEqual(["a", "b", "c merged b", "d"]);
  expect(splitApart(events, ["d", "d"]).size).toBe(1);
});

const IDS = ["a", "b", "c", "d", "e", "f"];
const step = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({
      lead: fc.constantFrom(...IDS),
      below: fc.subarray(IDS, { minLength: 1 }),
      relation: fc.constantFrom(...EVENT_RELATIONS),
    }),
  },
  { weight: 1, arbitrary: fc.record({ split: fc.subarray(IDS, { minLength: 1 }) }) },
);
const movesOf = (events: readonly PlacedEvent[], one: Parameters<Parameters<typeof step.map>[0]>[0]) =>
  "split" in one
    ? splitApart(events, one.split)
    : placeBelow(
        events,
        one.lead,
        one.below.filter((id) => id !== one.lead),
        one.relation,
      );

/** The story after the requests that a person's undo would send. */
function undo(before: readonly PlacedEvent[], after: readonly PlacedEvent[]): PlacedEvent[] {
  let events = [...after];
  for (const one of undoPlaces(before, after)) {
    const moves =
      one.does === "split" ? splitApart(events, one.ids) : placeBelow(events, one.leadId, one.ids, one.relation);
    events = apply(events, moves);
  }
  return events;
}

it("keeps every event in one story of two levels, whatever is done in any order", () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
      let events = placed(...IDS);
      for (const one of steps) {
        events = apply(events, movesOf(events, one));
        const byId = new Map(events.map((event) => [event.id, event]));
        for (const { leadId } of events) {
          const lead = leadId === null ? undefined : byId.get(leadId);
          const top = lead?.leadId ? byId.get(lead.leadId) : undefined;
          expect(top?.leadId ?? null).toBeNull();
          expect(lead?.leadId === undefined || lead.leadId === null || lead.relation !== "merged").toBe(true);
        }
        for (const { relation, leadId } of events) {
          const isDeep = leadId !== null && byId.get(leadId)?.leadId !== null;
          if (isDeep) expect(relation).toBe("merged");
        }
      }
    }),
    { numRuns: 400 },
  );
});

it("a step and its undo return to the same story", () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 8 }), step, (steps, last) => {
      let before = placed(...IDS);
      for (const one of steps) before = apply(before, movesOf(before, one));
      const after = apply(before, movesOf(before, last));
      expect(lines(undo(before, after))).toEqual(lines(before));
    }),
    { numRuns: 2000 },
  );
});
