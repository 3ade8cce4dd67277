import { Temporal } from "@js-temporal/polyfill";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { canonicalZone, cityOf, fixedOffsetMs, formatOffset, isZone, localMs, toInstant } from "./zones.ts";

describe("toInstant", () => {
  it("reads plain days, offsets and UTC", () => {
    expect(toInstant("2017-01-31T18:00:00", "Europe/Dublin")).toEqual({
      kind: "ok",
      instant: "2017-01-31T18:00:00.000Z",
    });
    expect(toInstant("2017-07-31T18:00:00", "Europe/Dublin")).toEqual({
      kind: "ok",
      instant: "2017-07-31T17:00:00.000Z",
    });
    expect(toInstant("2018-01-18T04:19", "-08:00")).toEqual({ kind: "ok", instant: "2018-01-18T12:19:00.000Z" });
    expect(toInstant("2018-01-18T04:19:01.250", "UTC")).toEqual({ kind: "ok", instant: "2018-01-18T04:19:01.250Z" });
  });

  it("returns both instants of a repeated time", () => {
    expect(toInstant("2024-11-03T01:30:00", "America/New_York")).toEqual({
      kind: "fold",
      earlier: "2024-11-03T05:30:00.000Z",
      later: "2024-11-03T06:30:00.000Z",
    });
    expect(toInstant("2024-11-03T02:00:00", "America/New_York")).toEqual({
      kind: "ok",
      instant: "2024-11-03T07:00:00.000Z",
    });
  });

  it("rejects a time that the clocks skipped", () => {
    expect(toInstant("2024-03-31T02:30:00", "Europe/Berlin").kind).toBe("skipped");
    expect(toInstant("2024-03-31T03:00:00", "Europe/Berlin")).toEqual({
      kind: "ok",
      instant: "2024-03-31T01:00:00.000Z",
    });
  });

  it("agrees with Temporal on every local time of many time zones", () => {
    const zones = ["America/New_York", "Europe/Berlin", "Australia/Lord_Howe", "Asia/Kolkata", "Africa/Casablanca"];
    fc.assert(
      fc.property(fc.constantFrom(...zones), fc.integer({ min: 0, max: 60 * 24 * 365 * 2 }), (zone, minutes) => {
        const local = new Date(Date.UTC(2023, 0, 1) + minutes * 60_000).toISOString().slice(0, 19);
        const plain = Temporal.PlainDateTime.from(local);
        const result = toInstant(local, zone);
        let expected: string | null = null;
        try {
          expected = new Date(
            plain.toZonedDateTime(zone, { disambiguation: "reject" }).epochMilliseconds,
          ).toISOString();
        } catch {}
        expect(result.kind === "ok" ? result.instant : null).toBe(expected);
      }),
      { numRuns: 400, examples: [["Australia/Lord_Howe", 60 * 24 * 91 + 105]] },
    );
  });

  it("throws for a time or time zone that doesn't exist", () => {
    expect(() => toInstant("2024-02-30T10:00:00", "UTC")).toThrow(RangeError);
    expect(() => toInstant("2024-02-20T25:00:00", "UTC")).toThrow(RangeError);
    expect(() => toInstant("2024-02-20T10:00:00", "Mars/Olympus")).toThrow(RangeError);
  });
});

describe("isZone", () => {
  it("knows time zones and offsets in their stored spelling", () => {
    expect(canonicalZone("europe/dublin")).toBe("Europe/Dublin");
    expect(canonicalZone("-0800")).toBe("-08:00");
    expect(canonicalZone("z")).toBe("UTC");
    expect(isZone("+25:00")).toBe(false);
    expect(isZone("")).toBe(false);
    expect(isZone("nonsense")).toBe(false);
  });
});

it.each([
  ["Europe/Berlin", "Berlin"],
  ["America/Argentina/Buenos_Aires", "Buenos Aires"],
  ["UTC", "UTC"],
  ["+05:30", "+05:30"],
])("the place of %s is %s", (zone, city) => {
  expect(cityOf(zone)).toBe(city);
});

describe("an offset as a time zone", () => {
  it.each([
    ["+18:00", "2024-01-01T00:00:00.000Z"],
    ["-18:00", "2024-01-02T12:00:00.000Z"],
    ["+05:59", "2024-01-01T12:01:00.000Z"],
  ])("%s moves six in the evening to %s", (zone, instant) => {
    expect(toInstant("2024-01-01T18:00:00", zone)).toEqual({ kind: "ok", instant });
  });
  it.each(["+19:00", "+05:60", "-24:00"])("%s isn't one", (zone) => expect(isZone(zone)).toBe(false));
});

describe("the name of a time zone", () => {
  it("can have spaces around it, and has 1 to 64 characters", () => {
    expect(canonicalZone(" Europe/Berlin ")).toBe("Europe/Berlin");
    for (const text of ["", " ", "a".repeat(65)]) expect(canonicalZone(text)).toBeNull();
  });

  it("is the same on every call, even after many others", () => {
    const ask = () => [canonicalZone("Europe/Berlin"), canonicalZone("UTC"), canonicalZone("nowhere")];
    const first = ask();
    for (let n = 0; n < 3000; n += 1) canonicalZone(`nowhere-${n}`);
    expect(ask()).toEqual(first);
  });
});

it("agrees on a local time on every call and for any number of time zones", () => {
  const zones = Intl.supportedValuesOf("timeZone");
  const ask = () => zones.map((zone) => toInstant("2024-07-01T12:00:00", zone));
  const first = ask();
  expect(ask()).toEqual(first);
  for (const [at, zone] of zones.entries()) {
    const expected = new Date(
      Temporal.PlainDateTime.from("2024-07-01T12:00:00").toZonedDateTime(zone).epochMilliseconds,
    );
    expect(first[at]).toEqual({ kind: "ok", instant: expected.toISOString() });
  }
});

it("keeps milliseconds and reads the last days of a month", () => {
  expect(toInstant("2024-02-29T23:59:59.999", "UTC")).toEqual({ kind: "ok", instant: "2024-02-29T23:59:59.999Z" });
  expect(toInstant("2024-02-28T10:00:00.5", "UTC")).toEqual({ kind: "ok", instant: "2024-02-28T10:00:00.500Z" });
  expect(toInstant("2024-04-30T10:00:00.0019", "UTC")).toEqual({ kind: "ok", instant: "2024-04-30T10:00:00.001Z" });
  for (const [local, zone] of [
    ["2024-04-31T10:00:00", "UTC"],
    ["yesterday", "UTC"],
    ["2024-04-30T10:00:00", "Nowhere/Here"],
  ] as const)
    expect(() => toInstant(local, zone)).toThrow(/^no such (local time|zone): /);
});

it.each([
  ["UTC", 0],
  ["Z", 0],
  ["GMT", 0],
  ["+00:00", 0],
  ["-0330", -12_600_000],
  ["+18:59", 68_340_000],
  ["+19:00", null],
  ["utc", null],
  ["Europe/Berlin", null],
])("the fixed offset of %s is %s", (zone, offset) => expect(fixedOffsetMs(zone)).toBe(offset));

it("writes every offset so that it is read back", () => {
  expect(formatOffset(0)).toBe("+00:00");
  fc.assert(
    fc.property(fc.integer({ min: -1139, max: 1139 }), (minutes) => {
      expect(fixedOffsetMs(formatOffset(minutes * 60_000))).toBe(minutes * 60_000);
    }),
  );
});

it.each([
  "2024-04-30 10:00:00",
  "2024-04-30T10:00:00Z",
  "2024-04-30T10",
  "2024-04-30T10:00:0",
  "2024-00-10T10:00",
  "2024-13-10T10:00",
  "2024-04-00T10:00",
  "2024-04-30T24:00",
  "2024-04-30T10:60",
  "2024-04-30T10:00:60",
])("does not read %s as a local time", (local) => expect(localMs(local)).toBeNull());

it("reads a time of day that is skipped or repeated between two whole hours", () => {
  expect(toInstant("2024-10-06T02:15:00", "Australia/Lord_Howe")).toEqual({
    kind: "skipped",
    before: expect.any(String),
    after: expect.any(String),
  });
  expect(toInstant("2024-04-07T01:45:00", "Australia/Lord_Howe")).toEqual({
    kind: "fold",
    earlier: "2024-04-06T14:45:00.000Z",
    later: "2024-04-06T15:15:00.000Z",
  });
  expect(toInstant("2024-04-07T01:15:00", "Australia/Lord_Howe")).toEqual({
    kind: "ok",
    instant: "2024-04-06T14:15:00.000Z",
  });
});
