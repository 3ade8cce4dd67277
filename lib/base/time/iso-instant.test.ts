import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { DAY_MS } from "#lib/base/time/spans.ts";
import { isoInstant } from "./iso-instant.ts";

const LAST_MS = 8_640_000_000_000_000;

describe("isoInstant", () => {
  it("matches Date, whatever was converted before", () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.oneof(
            fc.integer({ min: -LAST_MS + DAY_MS, max: LAST_MS }),
            fc.double({ min: -1e13, max: 1e13, noNaN: true }),
          ),
        ),
        (instants) => {
          for (const ms of instants) expect(isoInstant(ms)).toBe(new Date(ms).toISOString());
        },
      ),
    );
  });

  it.each([0, -0.5, 0.5, -1, -60_000, 59_999, 60_000, 1_485_885_600_009, 253_402_300_799_999, -62_167_219_200_000])(
    "writes %d as Date does",
    (ms) => {
      expect(isoInstant(ms)).toBe(new Date(ms).toISOString());
    },
  );

  it("throws RangeError for what isn't an instant", () => {
    for (const ms of [Number.NaN, Number.POSITIVE_INFINITY, LAST_MS + DAY_MS])
      expect(() => isoInstant(ms)).toThrow(RangeError);
  });
});
