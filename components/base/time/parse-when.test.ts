import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseWhen } from "./parse-when.ts";

// Tuesday, 13:41 in Berlin.
const frame = { nowMs: Date.parse("2017-02-14T12:41:30Z"), zone: "UTC" };

describe("a time alone", () => {
  const near = { ...frame, nearAt: "2016-12-31T23:30:00.000Z" };
  it.each([
    ["22:25", "UTC", "2016-12-31T22:25:00.000Z"],
    ["22:25:10", "UTC", "2016-12-31T22:25:10.000Z"],
    ["about 00:10", "Europe/Berlin", "2016-12-31T23:10:00.000Z"],
    ["yesterday 9 pm", "UTC", "2017-02-13T21:00:00.000Z"],
    ["31 Jan 18:00", "UTC", "2017-01-31T18:00:00.000Z"],
  ])("is on the day of the story: %s in %s", (text, zone, at) => {
    expect(parseWhen(text, { ...near, zone })).toMatchObject({ ok: true, at });
  });
});

describe("a day without a year", () => {
  it.each([
    ["2 Apr 10:15", "2011-04-02T10:15:00.000Z"],
    ["30 Dec, 10 pm", "2010-12-30T22:00:00.000Z"],
    ["Feb 1", "2011-02-01T00:00:00.000Z"],
    ["29 Feb 10:00", "2012-02-29T10:00:00.000Z"],
    ["17.2. 10:00", "2011-02-17T10:00:00.000Z"],
    ["1 Feb 2017 10:15", "2017-02-01T10:15:00.000Z"],
    ["yesterday 10:15", "2017-02-13T10:15:00.000Z"],
    ["2 days ago", "2017-02-12T12:41:00.000Z"],
    ["fri 18:00", "2017-02-10T18:00:00.000Z"],
  ])("is near the story, and words count from today: %s", (text, at) => {
    expect(parseWhen(text, { ...frame, nearAt: "2011-03-04T14:00:00.000Z" })).toMatchObject({ ok: true, at });
  });
});

describe("parseWhen", () => {
  it.each([
    ["now", "2017-02-14T12:41:00.000Z", "minute"],
    ["20 min ago", "2017-02-14T12:21:00.000Z", "minute"],
    ["an hour ago", "2017-02-14T11:41:00.000Z", "minute"],
    ["2h ago", "2017-02-14T10:41:00.000Z", "minute"],
    ["today 12:31", "2017-02-14T12:31:00.000Z", "minute"],
    ["12:31", "2017-02-14T12:31:00.000Z", "minute"],
    ["18:00", "2017-02-13T18:00:00.000Z", "minute"],
    ["yesterday 9 pm", "2017-02-13T21:00:00.000Z", "minute"],
    ["31 Jan 2017 23:27:10", "2017-01-31T23:27:10.000Z", "exact"],
    ["31 Jan 18:00", "2017-01-31T18:00:00.000Z", "minute"],
    ["3 Aug, 18:00", "2016-08-03T18:00:00.000Z", "minute"],
    ["2017-01-31 18:00", "2017-01-31T18:00:00.000Z", "minute"],
    ["2017-01-31T18:00:00Z", "2017-01-31T18:00:00.000Z", "exact"],
    ["fri 18:00", "2017-02-10T18:00:00.000Z", "minute"],
    ["~17:20", "2017-02-13T17:20:00.000Z", "approx"],
    ["about 31 jan at 17:20", "2017-01-31T17:20:00.000Z", "approx"],
    ["31 Jan", "2017-01-31T00:00:00.000Z", "day"],
    ["12 am", "2017-02-14T00:00:00.000Z", "minute"],
  ])("reads %s", (text, at, precision) => {
    expect(parseWhen(text, frame)).toEqual({ ok: true, at, precision, zone: "UTC" });
  });

  it.each([
    ["31 Jan 2017 18:00 Europe/Berlin", "2017-01-31T17:00:00.000Z", "Europe/Berlin"],
    ["31 Jan 2017 18:00 CET", "2017-01-31T17:00:00.000Z", expect.anything()],
    ["today 12:31 Berlin", "2017-02-14T11:31:00.000Z", "Europe/Berlin"],
    ["2017-01-31T18:00:00+01:00", "2017-01-31T17:00:00.000Z", "+01:00"],
    ["12:31 +01:00", "2017-02-14T11:31:00.000Z", "+01:00"],
  ])("takes the zone from %s", (text, at, zone) => {
    expect(parseWhen(text, frame)).toMatchObject({ ok: true, at, zone });
  });

  it("reads a time without a time zone in the one that is set", () => {
    expect(parseWhen("today 13:31", { ...frame, zone: "Europe/Berlin" })).toMatchObject({
      at: "2017-02-14T12:31:00.000Z",
    });
  });

  it.each([
    ["25:10", "25:10 isn't a valid time"],
    ["13 pm", "13 pm isn't a valid time"],
    ["31 Feb 12:00", "February has 28 days this year"],
    ["soon", "Enter a day and a time"],
  ])("rejects %s with a reason", (text, reason) => {
    expect(parseWhen(text, frame)).toEqual({ ok: false, reason: expect.stringContaining(reason) });
  });

  it("asks if the clock showed a time twice or never", () => {
    const berlin = { ...frame, zone: "Europe/Berlin" };
    expect(parseWhen("30 Oct 2016 02:30", berlin)).toEqual({
      ok: false,
      reason: expect.stringContaining("02:30 +02:00"),
    });
    expect(parseWhen("27 Mar 2016 02:30", berlin)).toEqual({
      ok: false,
      reason: expect.stringContaining("skipped"),
    });
    expect(parseWhen("30 Oct 2016 02:30 +01:00", berlin)).toMatchObject({ ok: true, at: "2016-10-30T01:30:00.000Z" });
  });

  it("leaves empty text alone", () => expect(parseWhen(" ", frame)).toBeNull());

  it("never throws", () => {
    let read = 0;
    const pieces = fc.constantFrom(
      "today",
      "12:31",
      "99:99",
      "pm",
      "at",
      "31",
      "Feb",
      "CET",
      "ago",
      "~",
      "+14:00",
      "2017-02-30",
    );
    const number = fc.integer({ min: 0, max: 33 });
    const stamp = fc.tuple(
      number,
      fc.constantFrom("Jan 2017", "Feb 2016"),
      number.map((hour) => `${hour}:31`),
    );
    fc.assert(
      fc.property(
        fc.oneof(stamp, fc.array(fc.oneof(pieces, fc.string({ maxLength: 6 })), { maxLength: 5 })),
        (words) => {
          const reading = parseWhen(words.join(" "), frame);
          if (!reading?.ok) return;
          read += 1;
          expect(Number.isNaN(Date.parse(reading.at))).toBe(false);
        },
      ),
    );
    expect(read).toBeGreaterThan(5);
  });
});
