import { describe, expect, it } from "vitest";
import { parseSource } from "#importers/open/parse-source.ts";
import { jsonInput } from "#importers/testing/fixtures.ts";

const read = (json: unknown) => parseSource(jsonInput(json), { zone: "UTC" });
const events = (json: unknown) => read(json).events.map(({ at, endAt, title }) => [at, endAt, title]);
const AT = "2026-03-01T10:00:00.000Z";
const LATER = "2026-03-01T10:30:00.000Z";

describe("JSON of a tool without its own importer", () => {
  it.each([
    ["a time by how its name ends", { probeFailedTime: AT, check_title: "Ping lost" }, "Ping lost"],
    ["a time that something was done on", { first_raised_on: AT, problemText: "Ping lost" }, "Ping lost"],
    ["words ahead of a bare state", { time: AT, status: "DOWN", alarm_reason: "Ping lost" }, "Ping lost"],
    ["a code with what it is of", { time: AT, type: "check.down", service: { name: "Shop" } }, "check.down: Shop"],
    ["the text of an object", { time: AT, message: { text: "Ping lost", html: "<b>Ping lost</b>" } }, "Ping lost"],
    ["a line of a log", { time: AT, log: "Ping lost", stream: "stderr" }, "Ping lost"],
    ["what is logged ahead of its type", { created_date: AT, log: "Ping lost", related_object_type: "X" }, "Ping lost"],
    [
      "a payload ahead of a name",
      { timestamp: AT, logName: "syslog", jsonPayload: { message: "Ping lost" } },
      "Ping lost",
    ],
    ["a short name of a time", { originServerTs: AT, content: { body: "Ping lost" } }, "Ping lost"],
    [
      "the first of two times that say as much",
      { push: { pushed_at: AT, tag: "v2" }, repo: { date_created: LATER, name: "shop" } },
      "shop",
    ],
    ["words, not a second time", { Timestamp: AT, FirstError: LATER, ErrorDescription: "Ping lost" }, "Ping lost"],
    ["a memo", { time: AT, memo: "Ping lost" }, "Ping lost"],
    ["an object inside", { v: 2, payload: { fired_at: AT, rule: { title: "Ping lost" } } }, "Ping lost"],
  ])("reads %s", (_what, json, title) => {
    expect(events(json)).toEqual([[AT, null, title]]);
  });

  it("reads fields that wrap their value, and text that is only in a nested list", () => {
    const wrapped = { short_description: { value: "Disk full" }, opened_at: { value: AT }, state: { value: "2" } };
    expect(events([wrapped])).toEqual([[AT, null, "Disk full"]]);
    expect(events({ changed_at: AT, version: "v1", actions: [{ id: 1, name: "Story moved" }] })).toEqual([
      [AT, null, "Story moved"],
    ]);
  });

  it("reads text in parts", () => {
    const text = ["see ", { type: "link", text: "the page" }, " please"];
    expect(events({ type: "message", date: AT, text })).toEqual([[AT, null, "see the page please"]]);
    expect(events({ message: "Cart", at: AT, details: [{ a: 1 }, "b"] })).toEqual([[AT, null, "Cart"]]);
  });

  it("uses a closing time as the end, or as the time if there is no other", () => {
    expect(events({ title: "Disk full", openedDateTime: AT, clearedDateTime: LATER })).toEqual([
      [AT, LATER, "Disk full"],
    ]);
    expect(events({ title: "Disk full", cleared_at: LATER })).toEqual([[LATER, LATER, "Disk full"]]);
  });

  it("doesn't date a fact by the people and things in it", () => {
    const json = {
      project: { name: "shop", created_at: "2019-01-01T00:00:00Z" },
      run: { begun_at: AT, title: "Nightly run" },
    };
    expect(events(json)).toEqual([[AT, null, "Nightly run"]]);
  });

  it("accepts any full time and any name for elements of a list without better fields", () => {
    const list = [
      { Version: "1.4.2", Assembled: AT },
      { Version: "1.4.3", Assembled: LATER },
    ];
    expect(events({ ItemType: "Releases", Items: list })).toEqual([
      [AT, null, "1.4.2"],
      [LATER, null, "1.4.3"],
    ]);
  });

  it("keeps an alert without a time, and asks nothing about other records", () => {
    const alert = {
      host: "web-1",
      item: "ping",
      severity: "High",
      trigger: "web-1 does not answer",
      link: "https://example.com/1",
    };
    expect(read(alert).events).toMatchObject([{ at: null, precision: "unknown", title: "web-1 does not answer" }]);
    expect(read({ text: "Acme has a new review: five stars" }).events).toHaveLength(1);
    expect(read({ username: "ci", attachments: [{ title: "Build broken", color: "danger" }] }).events).toHaveLength(1);
    expect(read({ id: "cpu", message: "The disk of db-1 is nearly full" }).events).toHaveLength(1);
    expect(read({ Type: "Alert", AlertID: 7, Summary: "Disk full" }).events).toHaveLength(1);
    expect(read([{ id: 1, name: "v1.0.0", tag_name: "v1.0.0" }]).events).toHaveLength(1);
    expect(
      read({ message: "The token of this call is not known", documentation_url: "https://example.com" }).events,
    ).toEqual([]);
    expect(read({ message: "The token of this call is not known", code: 401 }).events).toEqual([]);
    expect(read({ message: "Not Found" }).events).toEqual([]);
    expect(read({ colours: [{ name: "blue" }] }).events).toEqual([]);
    expect(
      read({ name: "tool", version: "1.0.0", description: "a tool", license: "MIT", main: "x.js", type: "module" })
        .events,
    ).toEqual([]);
    expect(
      read({ type: "about:blank", title: "Not found", status: 404, detail: "No such thing", instance: "/x" }).events,
    ).toEqual([]);
  });

  it("reports that only the first record of a list without times was read", () => {
    const one = (n: number) => ({ id: n, alert: `Disk ${n} full`, status: "open", severity: "high", team: "storage" });
    const { events: found, context } = read({ page: 1, data: { alerts: [one(1), one(2), one(3)] } });
    expect(found.map(({ at, title }) => [at, title])).toEqual([[null, "Disk 1 full"]]);
    expect(context.map(({ text }) => text)).toEqual(["2 more of “alerts” weren't read, because they have no time."]);
  });
});
