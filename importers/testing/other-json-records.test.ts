import { describe, expect, it } from "vitest";
import { parseSource } from "#importers/open/parse-source.ts";
import { jsonInput } from "./fixtures.ts";

const read = (json: unknown) => parseSource(jsonInput(json), { zone: "UTC" });
const events = (json: unknown) => read(json).events.map(({ at, endAt, title }) => [at, endAt, title]);
const AT = "2026-03-01T10:00:00.000Z";
const LATER = "2026-03-01T10:30:00.000Z";

describe("the records in JSON of a tool without its own importer", () => {
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
    ["a map by id that stands alone", { x1: { at: AT, text: "a" }, x2: { at: LATER, text: "b" } }],
    ["lists side by side", { firing: [{ at: AT, text: "a" }], over: [{ at: LATER, text: "b" }] }],
    ["lists by day", { "2026-03-01": [{ at: AT, text: "a" }], "2026-03-02": [{ at: LATER, text: "b" }] }],
    [
      "a list whose records say everything in objects of their own",
      {
        data: {
          rows: [
            { what: { title: "a" }, since: { at: AT } },
            { what: { title: "b" }, since: { at: LATER } },
          ],
        },
      },
    ],
    [
      "days and times of day side by side",
      [
        { date: "2026-03-01", time: "10:00:00", text: "a" },
        { time: "10:30", text: "b", date: "2026-03-01" },
      ],
    ],
    [
      "times and words of names of their own",
      [
        { Datum: "01.03.2026 10:00", details: "a" },
        { datetime_open: LATER, comment: "b" },
      ],
    ],
    [
      "columns and values",
      {
        series: [
          {
            columns: ["time", "text"],
            values: [
              [AT, "a"],
              [LATER, "b"],
            ],
          },
        ],
      },
    ],
    [
      "values with their types",
      {
        scopes: [
          {
            records: [
              { timeUnixNano: `${Date.parse(AT)}000000`, body: { stringValue: "a" } },
              { timeUnixNano: `${Date.parse(LATER)}000000`, body: { stringValue: "b" } },
            ],
          },
        ],
      },
    ],
    [
      "words behind a number",
      [
        { "@t": AT, alertValue: "99.0", ruleName: "a" },
        { "@t": LATER, alertValue: "97 %", "@mt": "b" },
      ],
    ],
    [
      "checks, when their state last changed",
      {
        results: [
          { name: "a", attrs: { last_state_change: Date.parse(AT) / 1000 } },
          { name: "b", attrs: { last_state_change: Date.parse(LATER) / 1000 } },
        ],
      },
    ],
    [
      "one record with a time of any name",
      {
        found: [
          { alertName: "a", raised: AT },
          { alertName: "b", raised: LATER },
        ],
      },
    ],
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

  it("reads a log with one entry without text, and reports it", () => {
    const worklog = [
      { wlTime: AT, wlSummary: "Ping lost" },
      { wlTime: LATER, wlSummary: null },
    ];
    const parsed = read([{ summary: "Shop", creationDate: AT, worklog }]);
    expect(parsed.events.map(({ title }) => title)).toEqual(["Ping lost: Shop"]);
    expect(parsed.rejects).toMatchObject([{ reason: "No field describes what happened." }]);
    const updates = [
      { state: "resolved", description: "Up", createdAt: LATER },
      { state: "investigating", description: "", createdAt: AT },
    ];
    expect(events([{ title: "Shop", createdAt: AT, incidentUpdates: updates }])).toEqual([
      [LATER, null, "Up: Shop"],
      [AT, null, "investigating: Shop"],
    ]);
  });

  it("reads the fields of an alert from a list of cells", () => {
    const fields = [
      { key: "host", value: "db-1" },
      { key: "timestamp", value: AT },
    ];
    expect(events({ name: "Ping lost", alert_action: "trigger", fields })).toEqual([[AT, null, "Ping lost"]]);
  });

  it("reads a delivery that is stored as text within another, and never uses its text as words", () => {
    const body = JSON.stringify({ alert: { title: "Disk full", severity: "high" } });
    expect(events([{ id: "d1", stamp: AT, body }])).toEqual([[AT, null, "Disk full"]]);
    const wordless = JSON.stringify({ code: 7 });
    expect(events([{ timestamp: AT, message: wordless }])).toEqual([[AT, null, wordless]]);
  });

  it("reads the log of a record whose entries have any text", () => {
    const logs = [
      { type: 1, datetime: AT, reason: { code: "7", detail: "Timeout" } },
      { type: 2, datetime: LATER, reason: { code: "8", detail: "OK" } },
    ];
    expect(events({ monitors: [{ friendly_name: "Shop", create_datetime: 1400000000, logs }] })).toEqual([
      [AT, null, "Timeout: Shop"],
      [LATER, null, "OK: Shop"],
    ]);
  });

  it("reads the log of a record from a list within an object of that name", () => {
    const parts = [
      { at: AT, body: "opened" },
      { at: LATER, body: "closed" },
    ];
    expect(events({ title: "Case 7", created_at: AT, case_parts: { type: "list", case_parts: parts } })).toHaveLength(
      2,
    );
  });

  it("reads the log of a record, and no other lists", () => {
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

  it("reads the list of a response that states when it was created", () => {
    const incidents = [
      { text: "a", at: AT },
      { text: "b", at: LATER },
    ];
    expect(events({ type: "list", generated_at: LATER, incidents })).toHaveLength(2);
  });
});
