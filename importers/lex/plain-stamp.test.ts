import fc from "fast-check";
import { expect, it } from "vitest";
import { readPlainStamp } from "./plain-stamp.ts";
import { scanStamp } from "./stamp.ts";

const digits = (most: number, width: number) =>
  fc.integer({ min: 0, max: most }).map((value) => String(value).padStart(width, "0"));
const iso = fc
  .tuple(fc.integer({ min: 1960, max: 2110 }), digits(13, 2), digits(32, 2))
  .map((parts) => parts.join("-"));
const slashed = fc
  .tuple(digits(32, 1), digits(14, 1), fc.integer({ min: 1990, max: 2040 }))
  .map((parts) => parts.join("/"));
const hour = fc.oneof(digits(25, 2), digits(12, 1));
const rest = fc.tuple(
  digits(60, 2).map((minute) => `:${minute}`),
  fc.oneof(
    fc.constant(""),
    digits(61, 2).map((second) => `:${second}`),
    fc.tuple(digits(59, 2), fc.stringMatching(/^[.,]\d{1,9}$/)).map(([second, fraction]) => `:${second}${fraction}`),
  ),
  fc.constantFrom("", "", "Z", " Z", " UTC", "UTC", "+02:00", " -05:00", "+0530", " CET"),
);

it("reads a whole stamp as the scan does, or leaves it to the scan", () => {
  const written = fc
    .tuple(fc.oneof(iso, slashed), fc.constantFrom("T", " "), hour, rest)
    .map(([date, joint, hours, [minute, second, zone]]) => `${date}${joint}${hours}${minute}${second}${zone}`);
  let readCount = 0;
  fc.assert(
    fc.property(written, (text) => {
      const plain = readPlainStamp(text);
      if (!plain) return;
      readCount += 1;
      expect(plain).toEqual(scanStamp(text));
    }),
    { numRuns: 5000 },
  );
  expect(readCount).toBeGreaterThan(1000);
});
