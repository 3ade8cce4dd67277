import { describe, expect, it } from "vitest";
import { parseSource } from "#importers/open/parse-source.ts";
import { jsonInput } from "#importers/testing/fixtures.ts";
import { spans } from "#importers/testing/times-of.ts";

const read = (json: unknown) => parseSource(jsonInput(json), { zone: "UTC" }).events;

const DAY = "2026-03-01";
const START = `${DAY}T10:00:00Z`;
const END = `${DAY}T10:20:00Z`;
/** Time of the delivery, moments after the end. */
const SENT = `${DAY}T10:20:02Z`;
const WHOLE = ["10:00:00", "10:20:00", "Nightly sync"];

describe("a delivery that has only a code itself", () => {
  it.each<[string, object, string[]]>([
    [
      "a run that is over",
      { type: "run.finished", sent_at: SENT, run: { title: "Nightly sync", started_at: START, finished_at: END } },
      WHOLE,
    ],
    [
      "a job with its own word for times",
      {
        event: "job-failed",
        timestamp: SENT,
        data: { jobName: "Nightly sync", jobStartedAt: START, jobErroredAt: END },
      },
      WHOLE,
    ],
    [
      "a workflow that was stopped",
      {
        event_type: "workflow_done",
        time: SENT,
        workflow: { name: "Nightly sync", created_at: START, stopped_at: END },
      },
      WHOLE,
    ],
    [
      "an object two levels down",
      { kind: "x", type: "end", at: SENT, body: { execution: { name: "Nightly sync", begin: START, end: END } } },
      WHOLE,
    ],
    [
      "epochs",
      {
        action: "completed",
        ts: Date.parse(SENT) / 1000,
        task: { label: "Nightly sync", startTime: Date.parse(START), endTime: Date.parse(END) },
      },
      WHOLE,
    ],
    [
      "a failure a moment before",
      {
        webhook_type: "AL",
        webhook_created_on: SENT,
        check: { state_name: "Not responding", request_start_time: END },
      },
      ["10:20:00", "Not responding"],
    ],
    [
      "an event in its envelope",
      { EventType: "Push", Timestamp: SENT, Payload: { Event: { Message: "Deploy of shop failed", Occurred: END } } },
      ["10:20:00", "Deploy of shop failed"],
    ],
    [
      "what was made long before",
      { event: "ticket.commented", timestamp: SENT, ticket: { subject: "Nightly sync", created_at: START } },
      ["10:20:02", "Nightly sync"],
    ],
    [
      "an end that is only planned",
      {
        event: "window.opened",
        time: START,
        window: { title: "Nightly sync", starts_at: END, ends_at: `${DAY}T11:00:00Z` },
      },
      ["10:00:00", "Nightly sync"],
    ],
    [
      "people and things, which say nothing of when",
      { event: "sync.late", time: SENT, project: { name: "Nightly sync", created_at: START } },
      ["10:20:02", "sync.late: Nightly sync"],
    ],
    [
      "words of its own",
      { message: "Sync is late", time: SENT, run: { title: "Nightly sync", started_at: START, finished_at: END } },
      ["10:20:02", "Sync is late"],
    ],
  ])("is timed by what it is about: %s", (_what, json, expected) => {
    expect(spans(json)).toEqual([expected]);
  });

  it.each<[string, object, string]>([
    ["a check", { event: "check.down", check: { title: "Shop", down: false, down_since: START } }, "alert_fired"],
    [
      "a state",
      { event: "alert.firing", time: START, rule: { title: "Shop is slow", state: "resolved" } },
      "alert_fired",
    ],
    ["a type", { type: "incident.resolved", time: START, monitor: { title: "Shop", up: false } }, "alert_resolved"],
    ["capitals", { trigger: "ALERT_ACKNOWLEDGED", time: START, a: { title: "Shop", state: "firing" } }, "acknowledged"],
    ["a word", { action: "resolved", at: START, alert: { title: "Shop", status: "firing" } }, "alert_resolved"],
    ["camel case", { eventType: "alertTriggered", at: START, item: { title: "Shop", status: "ok" } }, "alert_fired"],
    ["colons", { event: "monitor:down", at: START, last: { up: true }, title: "Shop" }, "alert_fired"],
    ["its own state first", { state: "down", event: "alert.sent", at: START, title: "Shop" }, "alert_fired"],
    [
      "what is inside where its code is none",
      { event: "ping", at: START, probe: { title: "S", up: 0 } },
      "alert_fired",
    ],
    ["no alert at all", { event: "sync", at: START, job: { title: "Nightly sync", status: "ok" } }, "observation"],
  ])("has the kind of its own code: %s", (_what, json, kind) => {
    expect(read(json).map((event) => event.kind)).toEqual([kind]);
  });

  it.each<[string, object, string]>([
    [
      "its own check",
      { client: { name: "a", timestamp: START }, check: { output: "Disk is full", issued: END } },
      "10:20",
    ],
    ["when it ran", { check: { output: "Disk is full", executed: END, issued: START } }, "10:20"],
    ["milliseconds by name", { run: { title: "Disk is full", startTimeMillis: Date.parse(END) } }, "10:20"],
    ["milliseconds in a longer name", { title: "Disk is full", eventTimeInMillis: Date.parse(END) }, "10:20"],
    ["milliseconds in short", { title: "Disk is full", logTimeMs: Date.parse(END) }, "10:20"],
    ["a time in UTC by name", { title: "Disk is full", startTimeUTC: `${DAY} 10:20:00` }, "10:20"],
    ["a day in UTC by name", { title: "Disk is full", createDateUtc: `${DAY}T10:20:00` }, "10:20"],
    ["what occurred", { title: "Disk is full", occurred: END, received: START }, "10:20"],
    ["what happened", { title: "Disk is full", happened: END, created: START }, "10:20"],
    [
      "a build, not its commit",
      { commit: { message: "x y", at: START }, build: { title: "It broke", started_at: END } },
      "10:20",
    ],
  ])("takes the time of what has the words: %s", (_what, json, clock) => {
    expect(read(json)[0]?.at?.slice(11, 16)).toBe(clock);
  });

  it.each<[string, object, number]>([
    ["an alert that messages set off", { triggered: true, triggered_at: END }, 3],
    ["an alert by its state", { state: "firing", fired_at: END }, 3],
    ["an alert at once with the last", { state: "firing", fired_at: `${DAY}T10:19:58Z` }, 2],
    ["an alert before them, told by the first", { state: "firing", fired_at: `${DAY}T10:19:39Z` }, 2],
    ["a matter that says no more", { updated_at: END }, 2],
    ["one that is over", { state: "resolved", resolved_at: END }, 2],
  ])("tells of %s", (_what, fields, count) => {
    const messages = [
      { timestamp: `${DAY}T10:19:40Z`, message: "Disk is nearly full" },
      { timestamp: `${DAY}T10:19:58Z`, message: "Disk is full" },
    ];
    expect(read({ result: { description: "Two messages came", ...fields, messages } })).toHaveLength(count);
  });
});

describe("an envelope with a type and a time", () => {
  const item = (event: object) => ({
    event,
    incident: { title: "Disk is full", state: "resolved", started_at: START, resolved_at: END },
  });
  it.each([
    ["one type", { type: "incident.resolved", time: END }],
    ["a short name", { type: "resolve", at: END, id: "7" }],
    ["an epoch", { type: "resolve", timestamp: Date.parse(END) }],
  ])("gives only what it is about: %s", (_what, event) => {
    expect(read(item(event)).map(({ at }) => at?.slice(11, 16))).toEqual(["10:20"]);
  });

  it.each([
    ["it has no type", { time: END }],
    ["it is more than an envelope", { type: "resolve", time: END, a: 1, b: 2, c: 3 }],
    ["its time is another", { type: "resolve", time: "2026-03-01T11:00:00Z" }],
  ])("leaves the start if %s", (_what, event) => {
    expect(read(item(event)).map(({ at }) => at?.slice(11, 16))).toContain("10:00");
  });
});

describe("a record that calls itself an alert", () => {
  const words = "The queue of the shop is not drained since this morning";
  it.each([
    ["its type", { type: "Alert", description: words }],
    ["its event", { event: "outage", summary: words }],
    ["a longer name", { notification_type: "problem", details: words }],
  ])("is one event by %s", (_what, json) => {
    expect(read({ ...json, title: "Queue" })).toHaveLength(1);
  });

  it.each([
    ["another type", { type: "Invoice", description: words }],
    ["no sentence", { type: "Alert", description: "x1" }],
  ])("is none by %s", (_what, json) => {
    expect(read({ ...json, name: "Queue" })).toEqual([]);
  });
});
