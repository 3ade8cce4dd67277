import { describe, expect, it } from "vitest";
import { readInstant } from "./read-instant.ts";

describe("readInstant", () => {
  it.each([
    ["2021-06-04T13:55:30.394Z", "2021-06-04T13:55:30.394Z", "exact", "UTC"],
    ["2018-03-07T06:33:21.873999999-05:00", "2018-03-07T11:33:21.873Z", "exact", "-05:00"],
    ["2022-02-15 13:14:17 +0530", "2022-02-15T07:44:17.000Z", "exact", "+05:30"],
    ["2022-02-15T13:14:17.125+01.00", "2022-02-15T12:14:17.125Z", "exact", "+01:00"],
    ["2022-02-15T13:14+02", "2022-02-15T11:14:00.000Z", "minute", "+02:00"],
    ["1736478514.897649", "2025-01-10T03:08:34.897Z", "exact", "UTC"],
    ["1736478514.999999", "2025-01-10T03:08:34.999Z", "exact", "UTC"],
    [1557933657, "2019-05-15T15:20:57.000Z", "exact", "UTC"],
    [1557933657123, "2019-05-15T15:20:57.123Z", "exact", "UTC"],
    ["1557933657123456789", "2019-05-15T15:20:57.123Z", "exact", "UTC"],
    ["2022-03-04 05:06:07 (UTC)", "2022-03-04T05:06:07.000Z", "exact", "UTC"],
    ["2022-03-04 05:06:07.125 +0200 EET", "2022-03-04T03:06:07.125Z", "exact", "UTC"],
    ["2022-03-04T05:06:07+00:00[UTC]", "2022-03-04T05:06:07.000Z", "exact", "UTC"],
    ["Fri Mar  4 05:06:07 UTC 2022", "2022-03-04T05:06:07.000Z", "exact", "UTC"],
    ["20220304T050607+0200", "2022-03-04T03:06:07.000Z", "exact", "+02:00"],
    ["20220304T050607.125Z", "2022-03-04T05:06:07.125Z", "exact", "UTC"],
    ["Fri Mar 4 05:06:07 2022 +0200", "2022-03-04T03:06:07.000Z", "exact", "UTC"],
    ["/Date(1557933657123)/", "2019-05-15T15:20:57.123Z", "exact", "UTC"],
  ])("reads %s as %s", (stated, at, precision, zone) => {
    expect(readInstant(stated)).toMatchObject({ at, precision, zone, statedText: String(stated), ambiguity: null });
  });

  it.each([
    "0001-01-01T00:00:00Z",
    "1970-01-01T00:00:00Z",
    "1970-01-01T00:00:00.000+00:00",
    "1970-01-01 00:00:00",
    "yesterday",
    "",
    "2021-02-30T10:00:00Z",
    "2021-13-01T10:00:00Z",
    "2021-06-04T25:00:00Z",
    "2021-06-04T10:00:00+99:00",
    "12345",
    null,
    undefined,
    true,
    {},
    Number.NaN,
  ])("%j isn't a time", (stated) => {
    expect(readInstant(stated)).toBeNull();
  });

  it.each([
    ["9/30/2018 7:04 PM", "2018-09-30T19:04:00.000Z"],
    ["30/09/2018 19:04:05", "2018-09-30T19:04:05.000Z"],
    ["2022/03/04 05:06:07", "2022-03-04T05:06:07.000Z"],
    ["04/Mar/22 5:06 AM", "2022-03-04T05:06:00.000Z"],
    ["04/Mar/2022:05:06:07", "2022-03-04T05:06:07.000Z"],
    ["4-Mar-22 05:06:07", "2022-03-04T05:06:07.000Z"],
    ["05:06:07 04-MAR-22", "2022-03-04T05:06:07.000Z"],
    ["04-Mar-2022 05:06:07", "2022-03-04T05:06:07.000Z"],
    ["Mar 4, 2022 5:06:07 AM", "2022-03-04T05:06:07.000Z"],
    ["20220304T050607", "2022-03-04T05:06:07.000Z"],
  ])("%s uses the given time zone", (stated, at) => {
    expect(readInstant(stated, { zone: "UTC" })).toMatchObject({ at, zone: null, ambiguity: null });
  });

  it("asks for the order of day and month if both are possible", () => {
    expect(readInstant("03/04/2022 10:00")).toMatchObject({ at: null, ambiguity: { reason: "date" } });
  });

  it("asks if a local time is repeated or skipped, instead of guessing", () => {
    const options = { zone: "Europe/Berlin" };
    expect(readInstant("2026-10-25T02:30:00", options)).toMatchObject({ at: null, ambiguity: { reason: "fold" } });
    expect(readInstant("2026-03-29T02:30:00", options)).toMatchObject({ at: null, ambiguity: { reason: "skipped" } });
    expect(readInstant("2026-07-04", options)).toMatchObject({
      at: "2026-07-03T22:00:00.000Z",
      precision: "day",
      zone: null,
    });
    expect(readInstant("2026-07-04T10:00", { zone: "Nowhere/Else" })).toMatchObject({ ambiguity: { reason: "zone" } });
  });

  it("reads fourteen digits as a date and a time, not as an epoch", () => {
    expect(readInstant("20220304050607", { zone: "UTC" })).toMatchObject({ at: "2022-03-04T05:06:07.000Z" });
    expect(readInstant("20220304050607")).toMatchObject({ at: null, ambiguity: { reason: "zone" } });
    expect(readInstant(20220304050607, { zone: "Europe/Berlin" })).toMatchObject({ at: "2022-03-04T04:06:07.000Z" });
  });
});
