import { describe, expect, it } from "vitest";
import { parseSource } from "#importers/open/parse-source.ts";
import { jsonInput } from "#importers/testing/fixtures.ts";

const parse = (json: unknown) => parseSource(jsonInput(json), { zone: "UTC" });
const line = ({ at, title }: { at: string | null; title: string }) => `${at?.slice(11, 16)} ${title}`;
const told = (json: unknown) => parse(json).events.map(line);
const AT = "2026-03-01T10:00:00Z";
const MID = "2026-03-01T10:20:00Z";
const OVER = "2026-03-01T10:30:00Z";

describe("lists inside a record", () => {
  it.each<[string, object, string[]]>([
    [
      "phases with their own start and end",
      {
        title: "Failover of the shop",
        state: "closed",
        phases: [
          { name: "Database failed over", start: AT, end: MID },
          { name: "Caches were warmed", start: MID, end: OVER },
        ],
      },
      ["10:00 Database failed over", "10:20 Caches were warmed"],
    ],
    [
      "steps beside an alert",
      {
        alert: "Shop is down",
        severity: "high",
        steps: [
          { description: "Paged the shop team", time: AT },
          { description: "Rolled the shop back", time: MID },
        ],
      },
      ["10:00 Paged the shop team", "10:20 Rolled the shop back"],
    ],
    [
      "times as people write them",
      {
        incident: "Shop is down",
        status: "resolved",
        log: [
          { when: "March 1, 2026 10:00 AM", entry: "First page went out" },
          { when: "March 1, 2026 10:20 AM", entry: "Deploy rolled back" },
        ],
      },
      ["10:00 First page went out", "10:20 Deploy rolled back"],
    ],
    [
      "a list in an object inside",
      {
        incident: {
          title: "Shop is down",
          steps: [
            { time: AT, text: "Paged the shop team" },
            { time: MID, text: "Rolled the shop back" },
          ],
        },
      },
      ["10:00 Paged the shop team", "10:20 Rolled the shop back"],
    ],
    [
      "log entries",
      {
        summary: "Shop is down",
        priority: "P1",
        logEntries: [
          { loggedAt: AT, note: "Paged the shop team" },
          { loggedAt: MID, note: "Rolled the shop back" },
        ],
      },
      ["10:00 Paged the shop team", "10:20 Rolled the shop back"],
    ],
    [
      "milestones",
      {
        problem: "Shop is down",
        severity: 1,
        milestones: [
          { date: AT, label: "Detected by a customer" },
          { date: MID, label: "Mitigated by rollback" },
        ],
      },
      ["10:00 Detected by a customer", "10:20 Mitigated by rollback"],
    ],
    [
      "stages of a maintenance",
      {
        title: "Upgrade of the database",
        stages: [
          { stage: "Reads moved to the replica", started: AT, ended: MID },
          { stage: "Primary was restarted", started: MID, ended: OVER },
        ],
      },
      ["10:00 Reads moved to the replica", "10:20 Primary was restarted"],
    ],
    [
      "two lists",
      {
        title: "Shop is down",
        status: "resolved",
        notes: [{ at: AT, text: "Customers cannot pay" }],
        steps: [{ at: MID, text: "Rolled the shop back" }],
      },
      ["10:00 Customers cannot pay", "10:20 Rolled the shop back"],
    ],
    [
      "entries that say what in a field of their own name",
      {
        title: "Shop is down",
        status: "resolved",
        started_at: AT,
        resolved_at: OVER,
        chronology: [{ time: MID, what: "Rolled the shop back" }],
      },
      ["10:00 Shop is down", "10:20 Rolled the shop back", "10:30 Shop is down"],
    ],
  ])("gives an event for each entry: %s", (_what, json, expected) => {
    const { events, rejects } = parse(json);
    expect(rejects).toEqual([]);
    expect(events.map(({ at, title }) => line({ at, title: title.split(": ")[0] ?? "" })).toSorted()).toEqual(expected);
  });

  it("creates an event for each entry of a list with two records", () => {
    const one = { title: "Shop is down", status: "resolved", started_at: AT };
    const steps = [{ at: MID, text: "Rolled the shop back" }];
    expect(
      told([
        { ...one, steps },
        { ...one, started_at: OVER },
      ]).toSorted(),
    ).toEqual(["10:00 Shop is down", "10:20 Rolled the shop back: Shop is down", "10:30 Shop is down"]);
  });

  it("keeps the steps of a build inside it", () => {
    const steps = [
      { name: "Check out", started_at: AT, completed_at: MID },
      { name: "Run the tests", started_at: MID, completed_at: OVER },
    ];
    expect(told({ name: "Build of the shop", branch: "main", started_at: AT, steps })).toEqual([
      "10:00 Build of the shop",
    ]);
  });
});

describe("a list of states without text", () => {
  const at = (minute: number) => `2026-03-01T10:0${minute}:00Z`;
  it.each<[string, object[], string[]]>([
    [
      "numbers",
      [
        { time: at(0), state: 0 },
        { time: at(1), state: 1 },
      ],
      ["10:00 state: 0", "10:01 state: 1"],
    ],
    [
      "yes and no",
      [
        { ts: at(0), healthy: false },
        { ts: at(1), healthy: true },
      ],
      ["10:00 healthy: no", "10:01 healthy: yes"],
    ],
    [
      "words",
      [
        { time: at(0), state: "down" },
        { time: at(1), state: "up" },
      ],
      ["10:00 down", "10:01 up"],
    ],
    [
      "a flag",
      [
        { time: at(0), up: 0 },
        { time: at(1), up: 1 },
      ],
      ["10:00 Down", "10:01 Up"],
    ],
    [
      "a status",
      [
        { at: at(0), status: 2 },
        { at: at(1), status: 0 },
      ],
      ["10:00 status: 2", "10:01 status: 0"],
    ],
    [
      "a name of two words",
      [
        { at: at(0), check_state: 2 },
        { at: at(1), check_state: 0 },
      ],
      ["10:00 check_state: 2", "10:01 check_state: 0"],
    ],
    [
      "a state that is a text of digits",
      [
        { at: at(0), state: "0" },
        { at: at(1), state: "1" },
      ],
      ["10:00 state: 0", "10:01 state: 1"],
    ],
    [
      "an availability",
      [
        { at: at(0), available: false },
        { at: at(1), available: true },
      ],
      ["10:00 available: no", "10:01 available: yes"],
    ],
  ])("gives the state for the title: %s", (_what, list, expected) => {
    expect(told(list)).toEqual(expected);
    expect(told({ monitor: 7, flips: list })).toEqual(expected);
    expect(parse(list).rejects).toEqual([]);
  });

  it("treats no measured number as a state", () => {
    expect(
      told([
        { time: at(0), value: 0 },
        { time: at(1), value: 1 },
      ]),
    ).toEqual([]);
  });
});
