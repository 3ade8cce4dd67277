import { describe, expect, it } from "vitest";
import { parseSource } from "#importers/open/parse-source.ts";
import { jsonInput } from "#importers/testing/fixtures.ts";

const told = (json: unknown) =>
  parseSource(jsonInput(json), { zone: "UTC" }).events.map(({ at, endAt, title }) => [
    at?.slice(0, 10),
    ...(endAt ? [endAt.slice(0, 10)] : []),
    title,
  ]);

const FIRST = "2026-02-01T08:00:00Z";
const LAST = "2026-03-01T10:00:00Z";
const OVER = "2026-03-01T10:30:00Z";
const epoch = (time: string) => Date.parse(time) / 1000;
const TEXT = "Pool of connections exhausted";
const SPAN = ["2026-02-01", "2026-03-01", TEXT];

describe("a problem that occurred several times", () => {
  it.each<[string, object]>([
    [
      "an item of a delivery, in epochs",
      {
        event_name: "item_velocity",
        data: {
          item: {
            title: TEXT,
            first_occurrence_timestamp: epoch(FIRST),
            last_occurrence_timestamp: epoch(LAST),
            total_occurrences: 12,
          },
        },
      },
    ],
    ["first and last seen", { message: TEXT, first_seen: FIRST, last_seen: LAST, count: 12 }],
    ["in camel case", { title: TEXT, firstSeenAt: FIRST, lastSeenAt: LAST }],
    ["in capitals", { Summary: TEXT, FirstOccurrence: FIRST, LastOccurrence: LAST, Tally: 4 }],
    ["times of a group of log lines", { text: TEXT, firstTimestamp: FIRST, lastTimestamp: LAST, count: 4 }],
    [
      "an error inside an incident",
      { incident: { exception: { message: TEXT }, firstOccurredAt: FIRST, lastOccurredAt: LAST, number: 3 } },
    ],
    [
      "names that start with what occurred",
      { finding: { title: TEXT, eventFirstSeen: FIRST, eventLastSeen: LAST, createdAt: FIRST } },
    ],
    ["with spaces", { message: TEXT, "First Detected": FIRST, "Last Detected": LAST }],
    ["failures", { message: TEXT, firstFailure: FIRST, lastFailure: LAST }],
    ["what was matched", { message: TEXT, first_match_time: FIRST, last_match_time: LAST, matches: 9 }],
  ])("is a span from the first time to the last: %s", (_what, json) => {
    expect(told(json)).toEqual([SPAN]);
  });

  it("is told again while its alert is open", () => {
    expect(told({ alert: TEXT, firstDetected: FIRST, lastDetected: LAST, severity: "high", status: "open" })).toEqual([
      ["2026-02-01", TEXT],
      ["2026-03-01", `Again: ${TEXT}`],
    ]);
  });

  it("ends when it was resolved, not when it last occurred", () => {
    const events = told({ message: TEXT, first_seen: FIRST, last_seen: LAST, resolved_at: "2026-03-02T10:00:00Z" });
    expect(events).toEqual([["2026-02-01", "2026-03-02", TEXT]]);
  });

  it.each<[string, object]>([
    ["it occurred once", { message: TEXT, first_seen: FIRST, last_seen: FIRST }],
    ["it occurred again in the same minute", { message: TEXT, first_seen: FIRST, last_seen: "2026-02-01T08:00:20Z" }],
    ["the last time is no time", { message: TEXT, first_seen: FIRST, last_seen: null }],
    ["the last is of a reply", { message: TEXT, started_at: FIRST, first_reply_at: LAST, last_reply_at: OVER }],
    ["the last has another name", { message: TEXT, first_seen: FIRST, last_deployed: LAST }],
  ])("has no span if %s", (_what, json) => {
    expect(told(json)[0]).toEqual(["2026-02-01", TEXT]);
  });
});
