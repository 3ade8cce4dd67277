import { describe, expect, it } from "vitest";
import { parseSource } from "#importers/open/parse-source.ts";
import { jsonInput } from "#importers/testing/fixtures.ts";

const read = (value: unknown, zone?: string) =>
  parseSource(jsonInput(value), zone === undefined ? {} : { zone }).events;
const instants = (value: unknown, zone?: string) => read(value, zone).map(({ at }) => at);
const AT = "2026-03-05T14:02:11.000Z";
const LOCAL = "2026-03-05T14:02:11";
const BERLIN = "2026-03-05T15:02:11";
const WORDS = { message: "The tunnel to Porto is down" };

describe("a time in UTC by its field's name", () => {
  it.each([
    ["the only one", { ...WORDS, eventTimeUTC: LOCAL }],
    ["in front of its name", { ...WORDS, utc_timestamp: LOCAL }],
    ["beside one of the same name", { ...WORDS, eventTime: LOCAL, eventTimeUTC: LOCAL }],
    ["beside a different one of the same name", { ...WORDS, eventTime: BERLIN, eventTimeUtc: LOCAL }],
    ["beside a local one", { ...WORDS, local_time: BERLIN, utc_time: LOCAL }],
    ["as people write it", { heading: "The lift lost power", utc_time: "05-Mar-2026 14:02:11" }],
    ["of Greenwich", { ...WORDS, time_gmt: LOCAL }],
    ["in an object inside", { event: { name: "tunnel down", utc_timestamp: LOCAL, peer: { id: 4 } } }],
  ])("needs no question: %s", (_, value) => {
    expect(instants(value)).toEqual([AT]);
    expect(instants(value, "America/Lima")).toEqual([AT]);
  });

  it("keeps its own offset", () => {
    expect(instants({ ...WORDS, event_time_utc: "2026-03-05T15:02:11+01:00" })).toEqual([AT]);
  });

  it("doesn't affect other times", () => {
    expect(read({ ...WORDS, time: LOCAL }).map(({ ambiguity }) => ambiguity?.reason)).toEqual(["zone"]);
  });
});

describe("dates with the day of the year or the week", () => {
  it.each([
    ["2026-W10-4T14:02:11Z", AT],
    ["2026W104T14:02:11Z", AT],
    ["2026-064T14:02:11Z", AT],
    ["2026.064 14:02:11 UTC", AT],
    ["2026-W01-1T00:00:00Z", "2025-12-29T00:00:00.000Z"],
    ["2027-W01-1T00:00:00Z", "2027-01-04T00:00:00.000Z"],
    ["2024-366T23:59:59Z", "2024-12-31T23:59:59.000Z"],
  ])("reads %s", (stated, at) => {
    expect(instants({ ...WORDS, time: stated })).toEqual([at]);
  });

  it("ask for a missing time zone", () => {
    expect(instants({ ...WORDS, time: "2026.064 14:02:11" }, "Europe/Berlin")).toEqual(["2026-03-05T13:02:11.000Z"]);
  });

  it.each([
    "2026-000T14:02:11Z",
    "2026-367T14:02:11Z",
    "2023-366T23:59:59Z",
    "2026-W54-1T14:02:11Z",
    "2025-W53-1T14:02:11Z",
    "2026-W10-8T14:02:11Z",
  ])("%s isn't a time", (time) => {
    expect(read({ ...WORDS, time }).filter(({ at }) => at !== null)).toEqual([]);
  });
});

const LATE = "2026-03-05T14:03:00Z";

describe("several times, one of which is the event's", () => {
  it.each([
    [
      "when it was published, not when it was stored a second later",
      { created_at: "2026-03-05T14:02:12Z", published_at: AT },
    ],
    ["when it was published, whatever the order", { datePublished: AT, updatedAt: LATE, createdAt: LATE }],
    ["when it was made, of what was published later", { created_at: AT, published_at: LATE }],
    ["of the event, not when it was stored", { created_date: "2026-03-05T14:03:00Z", event_date: AT }],
    ["when it began, not when it was due", { execution_date: "2026-03-05T13:00:00Z", start_date: AT }],
    ["when it ran, not when it was scheduled", { scheduled_time: "2026-03-05T13:00:00Z", query_start_time: AT }],
    ["when it was, not when it was planned", { planned_date: "2026-03-05T13:00:00Z", run_date: AT }],
  ])("uses the time %s", (_, times) => {
    expect(instants({ ...WORDS, ...times })).toEqual([AT]);
  });
});
