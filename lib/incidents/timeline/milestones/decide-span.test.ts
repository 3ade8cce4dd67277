import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { DAY_MS } from "#lib/base/time/spans.ts";
import { INCIDENT_STATUSES } from "#lib/base/vocabulary/incident.ts";
import { decideSpan, firstOf, isStartKnown, type SpanFacts } from "./decide-span.ts";
import { MILESTONES } from "./milestone-names.ts";

const day = (clock: string) => `2025-10-15T${clock}:00.000Z`;
const ENTERED = "2026-11-27T10:00:00.000Z";
const time = (clock: string, precision: "minute" | "unknown" = "minute") => ({ at: day(clock), precision });
const facts = (more: Partial<SpanFacts> = {}): SpanFacts => ({
  startedAt: ENTERED,
  resolvedAt: null,
  status: "open",
  startGiven: false,
  endGiven: false,
  milestones: {},
  firstWindow: null,
  firstEvent: null,
  ...more,
});

describe("the start", () => {
  it.each<[string, Partial<SpanFacts>, string]>([
    ["is what a person gave", { startGiven: true, milestones: { impact_started: time("09:00") } }, ENTERED],
    [
      "is the start of impact",
      { milestones: { impact_started: time("09:00") }, firstWindow: day("09:05") },
      day("09:00"),
    ],
    ["is the first window without a milestone", { firstWindow: day("09:05"), firstEvent: day("08:00") }, day("09:05")],
    ["is the first signal without impact", { milestones: { detected: time("09:10") } }, day("09:10")],
    ["is the first event without either", { firstEvent: day("08:00") }, day("08:00")],
    ["stays where nothing is known", {}, ENTERED],
    ["is not a milestone without a time", { milestones: { impact_started: time("09:00", "unknown") } }, ENTERED],
  ])("%s", (_name, more, expected) => {
    expect(decideSpan(facts(more)).startedAt).toBe(expected);
  });
});

describe("end and state", () => {
  const resolved = { impact_started: time("09:00"), resolved: time("10:00") };
  it.each<[string, Partial<SpanFacts>, boolean, string, string | null]>([
    ["a milestone alone changes nothing", { milestones: resolved }, false, "open", null],
    ["accepting it resolves", { milestones: resolved }, true, "resolved", day("10:00")],
    ["not against a person's word", { milestones: resolved, endGiven: true }, true, "open", null],
    [
      "a person's end stands",
      { milestones: resolved, endGiven: true, status: "resolved", resolvedAt: day("11:00") },
      true,
      "resolved",
      day("11:00"),
    ],
    [
      "the end follows the milestone that set it",
      { milestones: { ...resolved, resolved: time("10:30") }, status: "resolved", resolvedAt: day("10:00") },
      false,
      "resolved",
      day("10:30"),
    ],
    ["without the milestone it is open again", { status: "resolved", resolvedAt: day("10:00") }, false, "open", null],
    ["cancelled stays cancelled", { milestones: resolved, status: "cancelled" }, true, "cancelled", null],
    [
      "an end before the start is not stored",
      { milestones: { impact_started: time("12:00"), resolved: time("10:00") } },
      true,
      "open",
      null,
    ],
  ])("%s", (_name, more, accepted, status, resolvedAt) => {
    expect(decideSpan(facts(more), accepted)).toMatchObject({ status, resolvedAt });
  });
});

describe("whatever the facts", () => {
  const instant = fc.integer({ min: 0, max: 2_000_000_000 }).map((s) => new Date(s * 1000).toISOString());
  const maybe = fc.option(instant, { nil: null });
  const any = fc.record({
    startedAt: instant,
    status: fc.constantFrom(...INCIDENT_STATUSES),
    startGiven: fc.boolean(),
    endGiven: fc.boolean(),
    firstWindow: maybe,
    firstEvent: maybe,
    milestones: fc.dictionary(
      fc.constantFrom(...MILESTONES),
      instant.map((at) => ({ at, precision: "minute" as const })),
    ),
    length: fc.option(fc.integer({ min: 0, max: 1_000_000 }), { nil: null }),
  });
  const readyOf = ({ length, ...one }: { length: number | null } & Omit<SpanFacts, "resolvedAt">): SpanFacts => {
    const isResolved = one.status === "resolved";
    const end = new Date(Date.parse(one.startedAt) + (length ?? 0) * 1000).toISOString();
    return { ...one, resolvedAt: isResolved || (one.status === "cancelled" && length !== null) ? end : null };
  };

  it("the end is never before the start, state and end agree, and a second call gives the same result", () => {
    fc.assert(
      fc.property(any, fc.boolean(), (one, accepted) => {
        const given = readyOf(one);
        const span = decideSpan(given, accepted);
        if (span.resolvedAt !== null)
          expect(Date.parse(span.startedAt)).toBeLessThanOrEqual(Date.parse(span.resolvedAt));
        if (span.status === "open") expect(span.resolvedAt).toBeNull();
        if (span.status === "resolved") expect(span.resolvedAt).not.toBeNull();
        expect(decideSpan({ ...given, ...span })).toEqual(span);
      }),
      { numRuns: 1000 },
    );
  });
});

it.each([
  ["at the moment of entry", false, 0, false],
  ["read from the clock just before", false, -3, false],
  ["an hour before entry, as the timeline tells", false, -3_600_000, true],
  ["after entry, as the timeline tells", false, 60_000, true],
  ["at the moment of entry, as a person says", true, 0, true],
])("a start %s is known: set by a person %s, %i ms off, %s", (_, startGiven, offMs, known) => {
  const createdAt = new Date(ENTERED);
  const startedAt = new Date(createdAt.getTime() + offMs);
  expect(isStartKnown({ startGiven, startedAt, createdAt })).toBe(known);
});

describe("the first event", () => {
  const instants = (days: readonly number[]) => days.map((day) => new Date(Date.parse(ENTERED) + day * DAY_MS));
  it.each<[string, number[], number, number | null]>([
    ["is the start", [0, 0.1, 0.2, 0.3], 4, 0],
    ["is the start of a story of one event", [0], 1, 0],
    ["is the start if it has a day to the next", [0, 1, 1.1, 1.2], 4, 0],
    ["says nothing if a fault slept for twelve days", [0, 12, 12.1, 12.2], 9, null],
    ["says nothing if the next is in two days", [0, 2, 2.1, 2.2], 4, null],
    ["says nothing if two stand apart from many", [0, 0.1, 12, 12.1], 8, null],
    ["is the start of a slow story of three", [0, 5, 9], 3, 0],
    ["is the start if half of the story stands there", [0, 0.1, 5, 5.1], 4, 0],
    ["is the start if the gap comes late in the story", [0, 0.1, 0.2, 5], 9, 0],
    ["says nothing if a fault slept twice", [0, 12, 24, 24.1], 12, null],
    ["says nothing without events", [], 0, null],
  ])("%s", (_, first, count, start) => {
    expect(firstOf(instants(first), count)).toBe(start === null ? null : ENTERED);
  });
});
