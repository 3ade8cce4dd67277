import { describe, expect, it } from "vitest";
import { parseSource } from "#importers/open/parse-source.ts";
import { jsonInput } from "#importers/testing/fixtures.ts";

const AT = "2026-03-01T10:00:05Z";
const told = (json: unknown) => {
  const { events } = parseSource(jsonInput(json), {});
  return events.map(({ at, title }) => `${at?.slice(11, 19)} ${title}`);
};
const actor = { type: "user", display_name: "Dana Reyes" };
const act = { created_at: AT, action: "cluster.restart", actor, target: { type: "cluster", name: "eu-main" } };

describe("a record with only a code of what was done", () => {
  it.each<[string, unknown]>([
    ["alone", act],
    ["in data", { id: 1, type: "notification", data: act }],
    ["in a CloudEvent", { specversion: "1.0", id: "1", source: "/shop", type: "notice", data: act }],
    ["in a record of a payload", { hook: "w1", payload: { record: act } }],
    ["in the source of a search", { _index: "logs", _id: "1", _source: act }],
    ["in a row of a search", { preview: false, offset: 0, result: act }],
    ["as text", { messageId: "m1", body: JSON.stringify(act) }],
    ["in JSON:API", { data: { id: "1", type: "event", attributes: act } }],
    ["in a search with one hit", { took: 2, hits: { total: 1, hits: [{ _id: "1", _source: act }] } }],
  ])("names the code before what it was done to: %s", (_where, json) => {
    expect(told(json)).toEqual(["10:00:05 cluster.restart: eu-main"]);
  });

  it.each<[string, object, string]>([
    ["an actor", { time: AT, actor: { user: { display_name: "Dana Reyes" } }, action: { type: "CREATE" } }, "CREATE"],
    ["an owner", { time: AT, owner: { full: { title: "Team of the shop" } }, act: { operation: "MERGE" } }, "MERGE"],
    ["a flat actor", { time: AT, "actor.name": "Dana Reyes", action: "cluster.restart" }, "cluster.restart"],
    ["an assignee", { time: AT, assignee_name: "Dana Reyes", action: "cluster.restart" }, "cluster.restart"],
    ["a requester", { time: AT, requesterName: "Dana Reyes", operation: "restart" }, "restart"],
    ["a system", { time: AT, osName: "Windows Server 2022", eventType: "PROCESSCREATION" }, "PROCESSCREATION"],
    ["a browser", { time: AT, browser_name: "Mobile Safari", event_type: "login" }, "login"],
    ["a country", { time: AT, countryName: "Costa Rica", event_type: "login" }, "login"],
    ["a page", { time: AT, data: { pageName: "Error Page" }, eventType: "NewErrorOccurred" }, "NewErrorOccurred"],
  ])("isn't called like %s", (_what, json, title) => {
    expect(told(json)).toEqual([`10:00:05 ${title}`]);
  });

  it("is named by the text of another object, if that is a sentence", () => {
    const run = { name: "Deploy to prod", startTime: AT };
    expect(told({ details: { type: "run:failed", created: AT }, content: { run } })).toEqual([
      "10:00:05 Deploy to prod",
    ]);
  });

  it("is every entry of every page", () => {
    const items = [act, { ...act, created_at: "2026-03-01T10:20:05Z", action: "cluster.scale" }];
    expect(
      told([
        { page: 1, items },
        { page: 2, items: [{ ...act, created_at: "2026-03-01T10:40:05Z" }] },
      ]),
    ).toEqual([
      "10:00:05 cluster.restart: eu-main",
      "10:20:05 cluster.scale: eu-main",
      "10:40:05 cluster.restart: eu-main",
    ]);
  });
});

describe("a map of records by id", () => {
  it.each<[string, object]>([
    ["of alerts with labels", { annotations: { summary: "Load is high" }, labels: { alertname: "Load" } }],
    ["of records with an object inside", { alert: { id: "a", title: "Load is high" } }],
    ["of records with a monitor", { monitor: { id: "a", name: "Load is high" }, event_type: "down" }],
  ])("is read whole: %s", (_what, record) => {
    const at = (minute: number) => ({ id: minute, startsAt: `2026-03-01T10:${minute}:05Z`, ...record });
    expect(told({ evt_10: at(10), evt_11: at(20), evt_12: at(30) })).toHaveLength(3);
  });
});

describe("a time with its type", () => {
  it.each<[string, unknown]>([
    ["as text", { $date: AT }],
    ["as a number", { $date: Date.parse(AT) }],
    ["as a number with its own type", { $date: { $numberLong: String(Date.parse(AT)) } }],
    ["of another tool", { value: { iso: AT } }],
  ])("is read %s", (_how, createdAt) => {
    expect(told({ createdAt, message: "Load is high" })).toEqual(["10:00:05 Load is high"]);
  });
});
