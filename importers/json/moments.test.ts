import { describe, expect, it } from "vitest";
import { parseSource } from "#importers/open/parse-source.ts";
import { jsonInput } from "#importers/testing/fixtures.ts";

const read = (json: unknown) => parseSource(jsonInput(json), { zone: "UTC" }).events;
const told = (json: unknown) =>
  read(json).map(({ at, endAt, kind, title }) =>
    [at?.slice(11, 16), ...(endAt ? [`to ${endAt.slice(11, 16)}`] : []), kind, title].join(" "),
  );

const at = (clock: string) => `2026-03-01T${clock}:00Z`;
const [START, ACK, OVER, LAST] = [at("10:00"), at("10:05"), at("10:30"), at("11:00")];
const DISK = "Disk is full";

describe("the steps for which a record has times", () => {
  it.each<[string, object, string[]]>([
    [
      "closed after it was resolved",
      { short_description: DISK, state: "7", opened_at: START, resolved_at: OVER, closed_at: LAST },
      ["10:00 to 10:30 observation Disk is full", "11:00 closed Closed: Disk is full"],
    ],
    [
      "an alert closed after it was resolved",
      { alert: DISK, status: "closed", fired_at: START, resolved_at: OVER, closed_at: LAST },
      ["10:00 alert_fired Disk is full", "10:30 alert_resolved Disk is full", "11:00 closed Closed: Disk is full"],
    ],
    [
      "detected after it began",
      { incident: DISK, started_at: START, detected_at: ACK, ended_at: OVER },
      ["10:00 to 10:30 observation Disk is full", "10:05 observation Detected: Disk is full"],
    ],
    [
      "mitigated before it was over",
      { title: DISK, startedAt: START, mitigatedAt: ACK, resolvedAt: OVER },
      ["10:00 to 10:30 observation Disk is full", "10:05 mitigated Mitigated: Disk is full"],
    ],
    [
      "declared and escalated",
      { title: DISK, startTime: START, declaredTime: ACK, escalated_on: OVER },
      [
        "10:00 observation Disk is full",
        "10:05 declared Declared: Disk is full",
        "10:30 escalated Escalated: Disk is full",
      ],
    ],
    [
      "opened again",
      { title: DISK, created_at: START, reopened_at: LAST },
      ["10:00 observation Disk is full", "11:00 reopened Reopened: Disk is full"],
    ],
    [
      "identified, by the name of the matter",
      { title: DISK, incident_started_at: START, incident_identified_at: ACK },
      ["10:00 observation Disk is full", "10:05 observation Identified: Disk is full"],
    ],
    [
      "epochs",
      { title: DISK, created: Date.parse(START), assignedTime: Date.parse(ACK) },
      ["10:00 observation Disk is full", "10:05 observation Assigned: Disk is full"],
    ],
    [
      "the same minute twice",
      { title: DISK, created_at: START, detected_at: START, resolved_at: OVER, closed_at: OVER },
      ["10:00 to 10:30 observation Disk is full"],
    ],
    [
      "bookkeeping",
      {
        title: DISK,
        created_at: START,
        updated_at: LAST,
        last_check_at: LAST,
        next_check_at: LAST,
        expires_at: LAST,
        acknowledged_until: LAST,
        last_notified_at: LAST,
        indexed_at: LAST,
        snoozed_until: LAST,
      },
      ["10:00 observation Disk is full"],
    ],
    ["a day only", { title: DISK, created_at: START, closed_on: "2026-03-02" }, ["10:00 observation Disk is full"]],
  ])("are each an event: %s", (_what, json, expected) => {
    const found = told(json);
    expect(_what === "a day only" ? found.map((one) => one.replace(/ to \d\d:\d\d/, "")) : found).toEqual(expected);
  });

  it.each<[string, object, string[]]>([
    ["a stage that failed", { state: "Failed", "last-transition-time": OVER }, ["10:00", "10:30"]],
    ["a run that passed", { result: "x", status: "passed", status_changed_at: OVER }, ["10:00", "10:30"]],
    ["a task that was cancelled", { state: "CANCELLED", state_change: OVER }, ["10:00", "10:30"]],
    ["a build, in two words", { status: "completed_with_errors", transitionTime: OVER }, ["10:00", "10:30"]],
    ["a job, in camel case", { status: "jobSucceeded", lastStatusChange: OVER }, ["10:00", "10:30"]],
    ["a run with its own end", { status: "failed", finished_at: OVER, changed_at: LAST }, ["10:00", "10:30"]],
    ["a run under way", { status: "running", status_changed_at: OVER }, ["10:00", ""]],
    ["a change before it began", { status: "failed", status_changed_at: at("09:00") }, ["10:00", ""]],
    ["only an update", { status: "failed", updated_at: OVER }, ["10:00", ""]],
    ["an alert, which has a state of its own", { status: "firing", finished: false }, ["10:00", ""]],
  ])("end work that is done: %s", (_what, fields, expected) => {
    const [first, ...others] = read({ name: "build-7", created: START, ...fields });
    expect([first?.at?.slice(11, 16), first?.endAt?.slice(11, 16) ?? ""]).toEqual(expected);
    expect(others).toEqual([]);
  });

  it.each<[string, object, string[]]>([
    ["a code", { event: "incident.updated" }, ["10:00", "10:30"]],
    ["what a person did", { trigger: "USER_ACTION" }, ["10:00", "10:30"]],
    ["a comment", { action: "commented" }, ["10:00", "10:30"]],
    ["an assignment", { type: "issue_assigned" }, ["10:00", "10:30"]],
    ["an edit", { event_type: "IncidentEdited" }, ["10:00", "10:30"]],
    ["no change", { event: "incident.opened" }, ["10:00"]],
    ["a check", { trigger: "SCHEDULED" }, ["10:00"]],
    ["no code", {}, ["10:00"]],
    ["a change that its own time tells", { event: "incident.updated", updated_at: START }, ["10:00"]],
    ["a change within the minute", { event: "incident.updated", updated_at: "2026-03-01T10:00:40Z" }, ["10:00"]],
  ])("are events when a delivery is about a change: %s", (_what, fields, expected) => {
    const json = { title: DISK, created_at: START, updated_at: OVER, ...fields };
    expect(read(json).map((event) => event.at?.slice(11, 16))).toEqual(expected);
  });
});
