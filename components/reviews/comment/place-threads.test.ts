import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { placeThreads } from "./place-threads.ts";

const anchor = fc.record({
  id: fc.uuid(),
  top: fc.option(fc.integer({ min: 0, max: 5000 })),
  height: fc.integer({ min: 20, max: 400 }),
});

describe("cards in the margin", () => {
  it("are next to their passage while there is room", () => {
    const tops = placeThreads([
      { id: "b", top: 300, height: 100 },
      { id: "a", top: 40, height: 100 },
    ]);
    expect([tops.get("a"), tops.get("b")]).toEqual([40, 300]);
  });

  it("never overlap, are never above their passage, and those without a passage are last", () => {
    fc.assert(
      fc.property(fc.uniqueArray(anchor, { selector: (one) => one.id }), (anchors) => {
        const tops = placeThreads(anchors);
        const placed = anchors
          .map((one) => ({ ...one, at: tops.get(one.id) ?? Number.NaN }))
          .sort((a, b) => a.at - b.at);
        placed.forEach((one, index) => {
          const next = placed[index + 1];
          if (next) expect(next.at).toBeGreaterThanOrEqual(one.at + one.height);
          if (one.top !== null) expect(one.at).toBeGreaterThanOrEqual(one.top);
          else expect(placed.slice(index).every((later) => later.top === null)).toBe(true);
        });
      }),
    );
  });
});
