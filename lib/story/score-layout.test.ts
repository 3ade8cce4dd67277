import { expect, it } from "vitest";
import { sampleEvent } from "#components/incidents/timeline/testing/sample-event.ts";
import { growth } from "#lib/base/testing/growth.ts";
import { layOutScore } from "./score-layout.ts";

const at = (hour: number) => new Date(Date.UTC(2017, 0, 31, hour)).toISOString();
const input = { band: [], milestones: [], zone: "UTC", widthPx: 1360 };

it("is empty while nothing has a time", () => {
  expect(layOutScore({ ...input, events: [sampleEvent("a", null)] })).toBeNull();
});

it("leaves a time known to the day out of the axis", () => {
  const events = [sampleEvent("a", at(0), { precision: "day" }), sampleEvent("b", at(18)), sampleEvent("c", at(19))];
  const layout = layOutScore({ ...input, events });
  expect(layout?.axis.pieces[0]?.fromMs).toBeGreaterThan(Date.parse(at(17)));
  expect(layout?.marks).toHaveLength(3);
});

it("draws the band on the same axis, with open ends up to its end", () => {
  const events = [sampleEvent("a", at(18)), sampleEvent("b", at(20))];
  const layout = layOutScore({
    ...input,
    events,
    band: [
      { kind: "outage", from: at(18), to: at(20), known: true },
      { kind: "restored", from: at(20), to: null, known: true },
    ],
  });
  expect(layout?.band[0]?.x1).toBe(layout?.band[1]?.x0);
  expect(layout?.band[1]?.x1).toBe(layout?.axis.x1);
});

it("shows the context lane only if it contains something", () => {
  const lanes = (shape: "step" | "context") =>
    layOutScore({ ...input, events: [sampleEvent("a", at(1), { shape })] })?.lanes.length;
  expect([lanes("step"), lanes("context")]).toEqual([5, 6]);
});

it("draws ten thousand events with few marks, and does work in proportion to them", () => {
  const many = (count: number) =>
    Array.from({ length: count }, (_, n) => sampleEvent(String(n), new Date(n * 4000).toISOString()));
  expect(growth(many, (events) => layOutScore({ ...input, events }), 1250, 10_000)).toBeLessThan(30);
  const layout = layOutScore({ ...input, events: many(10_000) });
  expect(layout?.marks.length).toBeLessThan(160);
  expect(layout?.marks.flatMap((mark) => mark.events)).toHaveLength(10_000);
});
