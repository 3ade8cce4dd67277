import { describe, expect, it } from "vitest";
import { parseSource } from "./parse-source.ts";

const read = (json: unknown) =>
  parseSource({ filename: "any.json", bytes: new TextEncoder().encode(JSON.stringify(json)) }, { zone: "UTC" });
const events = (json: unknown) => read(json).events.map(({ at, endAt, title }) => [at, endAt, title]);
const AT = "2026-03-01T10:00:00.000Z";
const LATER = "2026-03-01T10:30:00.000Z";

describe("the records of JSON of a tool without an importer of its own", () => {
  it.each([
    [
      "a list some levels down",
      {
        data: {
          page: 1,
          found: [
            { at: AT, text: "a" },
            { at: LATER, text: "b" },
          ],
        },
      },
    ],
    [
      "envelopes in a list",
      { hits: { hits: [{ _source: { at: AT, text: "a" } }, { _source: { at: LATER, text: "b" } }] } },
    ],
    ["a map by id", { items: { x1: { at: AT, text: "a" }, x2: { at: LATER, text: "b" } } }],
    [
      "columns and rows",
      {
        columns: ["at", "text"],
        rows: [
          [AT, "a"],
          [LATER, "b"],
        ],
      },
    ],
    [
      "tables of columns and rows",
      {
        tables: [
          {
            columns: [{ name: "at" }, { name: "text" }],
            rows: [
              [AT, "a"],
              [LATER, "b"],
            ],
          },
        ],
      },
    ],
    [
      "rows of named cells",
      {
        status: "Complete",
        results: [
          [
            { field: "@timestamp", value: AT },
            { field: "@message", value: "a" },
          ],
          [
            { field: "@timestamp", value: LATER },
            { field: "@message", value: "b" },
          ],
        ],
      },
    ],
    [
      "the streams of a log",
      {
        status: "success",
        data: {
          result: [
            { stream: { job: "x", level: "info" }, values: [[`${Date.parse(AT)}000000`, "a"]] },
            { stream: { job: "y", level: "info" }, values: [[`${Date.parse(LATER)}000000`, "b"]] },
          ],
        },
      },
    ],
  ])("finds the records of %s", (_what, json) => {
    expect(events(json)).toEqual([
      [AT, null, "a"],
      [LATER, null, "b"],
    ]);
  });

  it("reads a log one entry of which has no words, and says so", () => {
    const worklog = [
      { wlTime: AT, wlSummary: "Ping lost" },
      { wlTime: LATER, wlSummary: null },
    ];
    const parsed = read([{ summary: "Shop", creationDate: AT, worklog }]);
    expect(parsed.events.map(({ title }) => title)).toEqual(["Ping lost: Shop"]);
    expect(parsed.rejects).toMatchObject([{ reason: "No field says what happened." }]);
    const updates = [
      { state: "resolved", description: "Up", createdAt: LATER },
      { state: "investigating", description: "", createdAt: AT },
    ];
    expect(events([{ title: "Shop", createdAt: AT, incidentUpdates: updates }])).toEqual([
      [LATER, null, "Up: Shop"],
      [AT, null, "investigating: Shop"],
    ]);
  });

  it("reads the fields of an alert that are a list of cells", () => {
    const fields = [
      { key: "host", value: "db-1" },
      { key: "timestamp", value: AT },
    ];
    expect(events({ name: "Ping lost", alert_action: "trigger", fields })).toEqual([[AT, null, "Ping lost"]]);
  });

  it("reads the log of a record, not what else it lists", () => {
    const jobs = [
      { name: "compile", started: AT },
      { name: "test", started: LATER },
    ];
    expect(events({ title: "Build 7 failed", started: AT, jobs })).toHaveLength(1);
    expect(events({ build: { title: "Build 7 failed", started: AT, jobs } })).toHaveLength(1);
    const changes = [
      { text: "opened", at: AT },
      { text: "closed", at: LATER },
    ];
    expect(events({ title: "Case 7", created: AT, case_history: { nodes: changes } })).toHaveLength(2);
    const about = { message: "Case 7", created_at: AT, timeline: changes };
    expect(events({ event: { type: "case.closed", timestamp: LATER }, data: { resource: about } })).toHaveLength(2);
  });

  it("reads the list of an answer that states when it was made", () => {
    const incidents = [
      { text: "a", at: AT },
      { text: "b", at: LATER },
    ];
    expect(events({ type: "list", generated_at: LATER, incidents })).toHaveLength(2);
  });
});
