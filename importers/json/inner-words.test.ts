import { describe, expect, it } from "vitest";
import { parseSource } from "#importers/open/parse-source.ts";
import { jsonInput } from "#importers/testing/fixtures.ts";

const at = (minute: number) => `2026-05-06T09:${String(minute).padStart(2, "0")}:00Z`;
const read = (json: unknown) =>
  parseSource(jsonInput(json), { zone: "UTC" }).events.map(({ at: start, endAt, title, body, url }) => ({
    time: [start, endAt].map((one) => one?.slice(11, 16) ?? "").join("-"),
    title,
    body,
    url,
  }));

describe("an object inside a record with details", () => {
  it("is below the name, as the reason of a failed run", () => {
    const state = { type: "FAILED", name: "Failed", timestamp: at(4), message: "The warehouse did not answer" };
    expect(read([{ id: "9b", name: "russet-crab", start_time: at(2), end_time: at(4), state }])).toMatchObject([
      {
        time: "09:02-09:04",
        title: "russet-crab: failed",
        body: expect.stringContaining("The warehouse did not answer"),
      },
    ]);
  });

  it("is below the name, as the reason of a code", () => {
    const data = { status: "FAILURE", reason: "Token has expired" };
    expect(read({ event: "sync_end", created: at(6), connector_name: "crm.orders", data })).toMatchObject([
      { title: "crm.orders: failure", body: expect.stringMatching(/Token has expired[\s\S]*Event: sync_end/) },
    ]);
  });

  it("is the result of a run that had ended", () => {
    const metadata = { name: "release-web-4xk2p", namespace: "ci", creationTimestamp: at(0) };
    const conditions = [
      { status: "False", reason: "Failed", message: "One of three tasks failed", lastTransitionTime: at(12) },
    ];
    const run = { kind: "PipelineRun", metadata, status: { startTime: at(0), completionTime: at(12), conditions } };
    expect(read(run)).toMatchObject([{ time: "09:00-09:12", title: "release-web-4xk2p: One of three tasks failed" }]);
  });

  it("isn't an earlier state of something else", () => {
    const check = { name: "probe-3", checked_at: at(1), message: "Answers in 80 ms" };
    expect(
      read([
        { title: "Probe added", time: at(9), check },
        { title: "Probe gone", time: at(10), check },
      ]),
    ).toMatchObject([{ body: "" }, { body: "" }]);
  });
});

describe("a change of one field", () => {
  const who = { author: { name: "Nora Quist" } };
  it.each<[string, object, string]>([
    [
      "with lists of values",
      { timestamp: at(1), ...who, field: { name: "State" }, added: [{ name: "Doing" }], removed: [{ name: "Open" }] },
      "State from Open to Doing",
    ],
    [
      "with objects of a state",
      {
        date: at(1),
        field: "status",
        before: { status: "to do", color: "#f9d900" },
        after: { status: "doing", color: "#7c4dff" },
      },
      "status from to do to doing",
    ],
    [
      "with the value of now",
      { created_at: at(1), type: "Change", field_name: "priority", value: "urgent", previous_value: "normal" },
      "priority from normal to urgent",
    ],
    [
      "in a list of what was done",
      {
        created_at: at(1),
        events: [
          { field_name: "status", value: "open", previous_value: "new" },
          { field_name: "priority", value: "urgent", previous_value: "normal" },
        ],
      },
      "status from new to open; priority from normal to urgent",
    ],
  ])("is said: %s", (_, record, title) => {
    expect(read([record, { ...record, id: 2 }])[0]).toMatchObject({ title });
  });

  it("is below the name of what changed", () => {
    const event = {
      type: "update_column_value",
      pulseName: "Checkout outage",
      columnTitle: "Status",
      previousValue: { label: { index: 0, text: "Working" } },
      value: { label: { index: 1, text: "Done" } },
      triggerTime: at(1),
    };
    expect(read({ event })).toMatchObject([
      { title: "Checkout outage", body: expect.stringContaining("Status from Working to Done") },
    ]);
    const actions = [
      {
        entity_type: "story",
        name: "Fix the cart",
        app_url: "https://a.test/12",
        changes: { estimate: { old: 1, new: 3 } },
      },
    ];
    expect(read([{ id: "s1", changed_at: at(1), actions }])).toMatchObject([
      { title: "Fix the cart", body: "estimate from 1 to 3", url: "https://a.test/12" },
    ]);
  });
});

describe("fields with unusual names", () => {
  it("give the time of the start and not of the last storage", () => {
    expect(read([{ description: "Replica lag is 900 s", updated_at: at(10), started_on: at(0) }])).toMatchObject([
      { time: "09:00-" },
    ]);
  });

  it("keep the start of an issue next to its updates", () => {
    const updates = [{ when: at(10), text: "Publishing fails for some" }];
    expect(read([{ external_desc: "Errors in the queue", begin: at(0), created: at(10), updates }])).toMatchObject([
      { time: "09:00-", title: "Errors in the queue" },
      { time: "09:10-", title: "Publishing fails for some: Errors in the queue" },
    ]);
  });

  it("put the result of a build before its end", () => {
    const build = { number: "77", status: "FAILURE", state: "finished", statusText: "Exit code 1 (apply migrations)" };
    expect(
      read({ build: [{ ...build, webUrl: "https://ci.test/7", startDate: at(5), finishDate: at(9) }] }),
    ).toMatchObject([
      { time: "09:05-09:09", body: expect.stringContaining("State: FAILURE"), url: "https://ci.test/7" },
    ]);
  });

  it("name the job of a state as text, and the stage of an update", () => {
    expect(read([{ starttime: at(0), endtime: at(5), type: "vzdump", status: "job errors" }])).toMatchObject([
      { title: "vzdump: job errors" },
    ]);
    const updates = [{ type: "investigating", contents: "We look into failing sign-ins", created_at: at(1) }];
    expect(read([{ id: 1, title: "Sign-in fails", updates }])).toMatchObject([
      { title: "We look into failing sign-ins: Sign-in fails", body: "State: investigating" },
    ]);
  });
});
