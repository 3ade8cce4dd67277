import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { moveEnd, stepOf } from "../move-end.ts";
import { CHECKOUT, NOW_MS, sampleImpact, sampleWindow } from "../testing/sample-impact.ts";
import { FULL_PX, layOutImpact, msAt, spanOfImpact, xAt } from "./impact-layout.ts";

const at = (clock: string) => Date.parse(`2017-02-02T${clock}Z`);
const span = { fromMs: at("09:30:00"), toMs: at("10:50:00") };

function layOut(windows: ReturnType<typeof sampleWindow>[]) {
  const impact = sampleImpact(windows);
  const services = [{ service: { ...CHECKOUT, availabilityTarget: 99.8 } }];
  const input = { events: [], windows: impact.windows, services, span, nowMs: NOW_MS, zone: "UTC", widthPx: 1360 };
  return layOutImpact(input).services[0];
}

describe("the lane of a service", () => {
  it("draws weight as height, the strongest in front, covered ones below", () => {
    const lane = layOut([
      sampleWindow("main", "09:51:00", "10:22:10", 1),
      sampleWindow("first", "09:42:00", "09:51:00", 0.5),
      sampleWindow("page", "09:58:00", "10:20:00", 0.3),
    ]);
    expect(lane?.bars.map(({ window, heightPx }) => [window.id, heightPx])).toEqual([
      ["first", FULL_PX / 2],
      ["main", FULL_PX],
    ]);
    expect(lane?.brackets.map(({ window }) => window.id)).toEqual(["page"]);
    expect(lane?.bars[0]?.x1).toBe(lane?.bars[1]?.x0);
  });

  it("is low while nothing in it has weight", () => {
    expect(layOut([sampleWindow("slow", "09:42:00", "09:51:00", 0)])).toMatchObject({ fullY: null });
  });

  it("extends an open window to the end of the axis", () => {
    expect(layOut([sampleWindow("open", "10:00:00", null, 1)])?.bars[0]?.x1).toBe(1352);
  });
});

it("pads the axis at both ends, and needs an instant for one", () => {
  expect(spanOfImpact([])).toBeNull();
  expect(spanOfImpact([at("10:00:00")])).toEqual({ fromMs: at("09:58:00"), toMs: at("10:02:00") });
});

it("converts an instant to its position and back", () => {
  const piece = { ...span, x0: 104, x1: 1352 };
  fc.assert(
    fc.property(fc.integer({ min: span.fromMs, max: span.toMs }), (ms) => {
      expect(msAt(piece, xAt(piece, ms))).toBeCloseTo(ms, 0);
    }),
  );
});

describe("moving an end", () => {
  const window = { from: "2017-02-02T10:00:00.000Z", to: "2017-02-02T10:10:00.000Z" };
  it.each([
    ["ArrowLeft", false, -10_000],
    ["ArrowRight", false, 10_000],
    ["ArrowUp", true, 60_000],
    ["ArrowDown", true, -60_000],
    ["Enter", false, null],
  ] as const)("%s with shift %s", (key, shiftKey, step) => expect(stepOf({ key, shiftKey })).toBe(step));

  it("never passes the other end, wherever it is dragged", () => {
    fc.assert(
      fc.property(fc.constantFrom("from" as const, "to" as const), fc.integer({ min: 0, max: 3e12 }), (end, ms) => {
        const moved = moveEnd(window, end, ms, NOW_MS);
        expect(Date.parse(moved.to ?? "")).toBeGreaterThan(Date.parse(moved.from));
      }),
    );
  });
});
