import fc from "fast-check";
import { expect, it } from "vitest";
import { findGaps, incidentSpan, type TimedEvent } from "./gaps.ts";

const clock = (time: string) => `2025-06-10T${time}:00.000Z`;
const event = (id: string, time: string | null, rest: Partial<TimedEvent> = {}): TimedEvent => ({
  id,
  at: time === null ? null : clock(time),
  precision: time === null ? "unknown" : "exact",
  ...rest,
});
const span = { from: clock("09:00"), to: clock("18:00") };

it("finds a silent stretch over an hour, but not one of exactly an hour", () => {
  const events = [event("a", "09:00"), event("b", "10:00"), event("c", "12:30"), event("untimed", null)];
  expect(findGaps(events, { ...span, to: clock("13:00") })).toEqual([
    { from: clock("10:00"), to: clock("12:30"), seconds: 9000, afterEventId: "b" },
  ]);
});

it.each([
  ["a range", event("a", "10:00", { endAt: clock("12:00") })],
  ["two ranges, the longer first", event("a", "10:00", { endAt: clock("12:10") })],
  ["an hour", event("a", "11:00", { precision: "hour" })],
])("%s fills its length", (_, filler) => {
  const events = [event("start", "10:00"), filler, event("b", "10:30"), event("c", "11:00"), event("end", "12:45")];
  expect(findGaps(events, { ...span, to: clock("13:00") })).toEqual([]);
});

it("cuts a silence at the edges of the incident", () => {
  const events = [event("before", "01:00"), event("early", "05:00"), event("a", "11:30"), event("late", "23:00")];
  expect(findGaps(events, { from: clock("09:00"), to: clock("18:00") })).toEqual([
    { from: clock("09:00"), to: clock("11:30"), seconds: 9000, afterEventId: "early" },
    { from: clock("11:30"), to: clock("18:00"), seconds: 23_400, afterEventId: "a" },
  ]);
});

it("finds no gap while the incident has no end", () => {
  expect(incidentSpan({}, { startedAt: clock("09:00"), resolvedAt: null })).toBeNull();
  expect(findGaps([event("a", "09:00"), event("b", "15:00")], null)).toEqual([]);
});

it("uses the span of milestones and of the incident's own times", () => {
  const milestones = { impact_started: { at: clock("08:50"), precision: "exact" as const } };
  expect(incidentSpan(milestones, { startedAt: clock("09:00"), resolvedAt: clock("18:00") })).toEqual({
    from: clock("08:50"),
    to: clock("18:00"),
  });
});

it("never reports a stretch with a timed event", () => {
  const minute = fc.integer({ min: 0, max: 540 });
  let found = 0;
  fc.assert(
    fc.property(fc.array(minute), (minutes) => {
      const start = Date.parse(span.from);
      const events = minutes.map((m, index) => ({
        id: `${index}`,
        at: new Date(start + m * 60_000).toISOString(),
        precision: "exact" as const,
      }));
      for (const gap of findGaps(events, span)) {
        found += 1;
        expect(gap.seconds).toBeGreaterThan(3600);
        expect(events.filter(({ at }) => at > gap.from && at < gap.to)).toEqual([]);
      }
    }),
  );
  expect(found).toBeGreaterThan(20);
});
