import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { PRECISIONS } from "#lib/base/time/precision.ts";
import { isoIn, readStampWords, stampWords } from "./stamps.ts";
import { type ExportedTime, readTimeWords, timeWords } from "./time-words.ts";

const at = "2017-01-31T23:27:10.000Z";
const time = (more: Partial<ExportedTime>): ExportedTime => ({
  at,
  endAt: null,
  precision: "exact",
  uncertaintySeconds: null,
  ...more,
});

const ZONES = ["UTC", "Europe/Berlin", "America/St_Johns", "Australia/Lord_Howe", "Asia/Kathmandu", "+05:30", "-11:00"];
const instant = fc
  .date({ min: new Date("0001-01-03T00:00:00Z"), max: new Date("9999-12-30T00:00:00Z"), noInvalidDate: true })
  .map((date) => date.toISOString());
const zone = fc.constantFrom(...ZONES);

describe("a time as text", () => {
  it.each<[Partial<ExportedTime>, string, string]>([
    [{}, "UTC", "2017-01-31 23:27:10 UTC"],
    [{}, "Europe/Berlin", "2017-02-01 00:27:10 +01:00"],
    [{ at: "2017-01-31T23:27:00.000Z" }, "UTC", "2017-01-31 23:27:00 UTC"],
    [{ at: "2017-01-31T23:27:00.000Z", precision: "minute" }, "UTC", "2017-01-31 23:27 UTC"],
    [{ precision: "minute" }, "UTC", "2017-01-31 23:27:10 UTC, known to the minute"],
    [
      { at: "2017-01-31T17:20:00.000Z", precision: "approx", uncertaintySeconds: 300 },
      "UTC",
      "about 2017-01-31 17:20 UTC ± 5 min",
    ],
    [{ at: "2017-01-31T17:00:00.000Z", precision: "hour" }, "UTC", "in the hour from 2017-01-31 17:00 UTC"],
    [{ at: "2017-01-31T00:00:00.000Z", precision: "day" }, "UTC", "2017-01-31 UTC, hour not known"],
    [{ at: "2017-01-30T23:00:00.000Z", precision: "day" }, "Europe/Berlin", "2017-01-31 +01:00, hour not known"],
    [{ at: "2017-01-30T23:00:00.000Z", precision: "day" }, "UTC", "in the day from 2017-01-30 23:00 UTC"],
    [
      { at: "2017-01-31T22:00:00.000Z", endAt: "2017-02-01T01:00:00.000Z", precision: "minute" },
      "UTC",
      "2017-01-31 22:00 UTC to 2017-02-01 01:00 UTC",
    ],
    [{ at: null, precision: "unknown" }, "UTC", "time not known"],
  ])("%j in %s", (more, inZone, words) => {
    expect(timeWords(time(more), inZone)).toBe(words);
    expect(readTimeWords(words)).toEqual(time(more));
  });

  it("is read back unchanged, in any time zone and precision", () => {
    const timed = fc.record({
      at: instant,
      endAt: fc.option(instant),
      precision: fc.constantFrom(...PRECISIONS.filter((one) => one !== "unknown")),
      uncertaintySeconds: fc.option(fc.integer({ min: 0, max: 86_400 })),
    });
    fc.assert(
      fc.property(timed, zone, (one, inZone) => {
        expect(readTimeWords(timeWords(one, inZone))).toEqual(one);
      }),
      { numRuns: 1000 },
    );
  });

  it("isn't a time when it is something else", () => {
    for (const words of ["", "yesterday", "2017-01-31 23:27", "2017-02-30 10:00 UTC", "about time not known"]) {
      expect(readTimeWords(words)).toBeNull();
    }
  });
});

describe("a stamp", () => {
  it("keeps the instant in every time zone, as text and as ISO 8601", () => {
    fc.assert(
      fc.property(instant, zone, (one, inZone) => {
        expect(readStampWords(stampWords(one, inZone))?.at).toBe(one);
        expect(new Date(isoIn(one, inZone)).toISOString()).toBe(one);
      }),
      { numRuns: 1000 },
    );
  });

  it("keeps the two passes of a repeated hour apart", () => {
    expect(stampWords("2025-10-26T00:30:00.000Z", "Europe/Berlin")).toBe("2025-10-26 02:30 +02:00");
    expect(stampWords("2025-10-26T01:30:00.000Z", "Europe/Berlin")).toBe("2025-10-26 02:30 +01:00");
  });
});
