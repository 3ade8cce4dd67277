import { describe, expect, it } from "vitest";
import { parseSource } from "#importers/open/parse-source.ts";
import { jsonInput } from "#importers/testing/fixtures.ts";

const told = (json: unknown) =>
  parseSource(jsonInput(json)).events.map(({ at, endAt, title }) => [at?.slice(11, 16), endAt?.slice(11, 16), title]);

const START = "2026-03-01T10:00:00Z";
const END = "2026-03-01T10:20:00Z";
const RUN = { id: 7, started_at: START, finished_at: END };
const PART = {
  name: "export_artifact",
  created: "2026-03-01T10:00:54.083Z",
  message: "Found conflicts between versions",
};

describe("a list of the parts of a run", () => {
  it.each<[string, object]>([
    ["jobs", { event: "build.success", build: { ...RUN, jobs: [PART] } }],
    ["tasks", { event: "build.success", job: { ...RUN, tasks: [{ name: PART.name, message: PART.message }] } }],
    ["artifacts", { event: "build.success", data: { ...RUN, artifacts: [PART] } }],
    ["commits", { event: "build.success", payload: { ...RUN, commits: [PART] } }],
    ["jobs in a result", { type: "build.success", result: { ...RUN, jobs: [PART] } }],
    ["commits of a run", { action: "build.success", run: { ...RUN, commits: [PART] } }],
    ["lists in its parts", { eventName: "build.success", eventData: { ...RUN, jobs: [{ id: 1, messages: [PART] }] } }],
    ["jobs and artifacts", { event_type: "build.success", body: { ...RUN, jobs: [PART], artifacts: [PART] } }],
    ["jobs next to the run", { event: "build.success", jobs: [PART], run: RUN }],
    ["artifacts next to the run", { event: "build.success", artifacts: [{ file: PART }], run: RUN }],
  ])("doesn't tell of the run: %s", (_what, json) => {
    expect(told(json)).toEqual([["10:00", "10:20", "build.success"]]);
  });
});
