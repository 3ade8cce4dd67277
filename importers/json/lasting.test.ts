import { describe, expect, it } from "vitest";
import { parseSource } from "#importers/open/parse-source.ts";

const read = (record: object) =>
  parseSource({ filename: "run.json", bytes: new TextEncoder().encode(JSON.stringify(record)) }).events.map(
    ({ at, endAt }) => [at, endAt],
  );

const START = "2026-03-05T13:56:45.000Z";
const END = "2026-03-05T14:02:11.000Z";
const RUN = { title: "Nightly vacuum", started: START };

describe("a record with its start and its duration", () => {
  it.each([
    ["seconds", { durationSeconds: 326 }],
    ["seconds in a text", { duration_seconds: "326" }],
    ["a short name of seconds", { duration_s: 326 }],
    ["seconds in a longer name", { elapsedTimeInSeconds: 326 }],
    ["milliseconds", { durationMillis: 326_000 }],
    ["a short name of milliseconds", { duration_ms: 326_000 }],
    ["a runtime", { runtime_secs: 326 }],
    ["what a build took", { build_duration_ms: 326_000 }],
    ["the total", { totalDurationMs: 326_000 }],
  ])("ends it by %s", (_, lasting) => {
    expect(read({ ...RUN, ...lasting })).toEqual([[START, END]]);
  });

  it("reads a plain duration as milliseconds next to an epoch in milliseconds", () => {
    const run = {
      fullDisplayName: "shop » deploy #42",
      result: "FAILURE",
      timestamp: 1772719005000,
      duration: 326_000,
    };
    expect(read(run)).toEqual([[START, END]]);
  });

  it("can be in minutes", () => {
    expect(read({ ...RUN, duration_minutes: 5 })).toEqual([[START, "2026-03-05T14:01:45.000Z"]]);
  });

  it.each([
    ["of a unit that nothing tells", { duration: 326 }],
    ["that is not over yet", { durationSeconds: 0 }],
    ["of longer than a month", { durationSeconds: 9_000_000 }],
    ["that is no number", { durationSeconds: "long" }],
  ])("knows no end of a record with a duration %s", (_, lasting) => {
    expect(read({ ...RUN, ...lasting })).toEqual([[START, null]]);
  });

  it("keeps a stated end", () => {
    expect(read({ ...RUN, ended_at: END, duration_seconds: 12 })).toEqual([[START, END]]);
  });

  it("isn't an end of a record with only a time, such as a server response", () => {
    expect(read({ timestamp: START, message: "Search answered slowly", duration_ms: 4100 })).toEqual([[START, null]]);
  });
});
