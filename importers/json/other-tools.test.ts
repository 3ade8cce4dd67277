import { describe, expect, it } from "vitest";
import { parseSource } from "#importers/open/parse-source.ts";
import { textInput } from "#importers/testing/fixtures.ts";

const START = "2024-03-01T12:00:05Z";
const END = "2024-03-01T12:40:10Z";
const LONG_AGO = "2019-01-01T00:00:00Z";

function read(json: unknown) {
  const { events } = parseSource(textInput(JSON.stringify(json), "any.json"), { zone: "UTC" });
  return events.map(({ at, endAt, title, body }) => ({
    at: at?.slice(11, 19),
    end: endAt?.slice(11, 19),
    title,
    body,
  }));
}

const timesOf = (json: unknown) => read(json).map(({ at, end }) => (end ? `${at}-${end}` : at));

describe("the time of a record", () => {
  it.each<[string, object, string[]]>([
    [
      "an ISO time beside one to the minute",
      { INCIDENT_TIME: "March 1, 2024 1:00 PM CET", INCIDENT_TIME_ISO: START },
      ["12:00:05"],
    ],
    [
      "the time of an incident before that of its message",
      { triggered_at: LONG_AGO, OUTAGE_TIME_UNIX_FORMAT: "1709294405000" },
      ["12:00:05"],
    ],
    ["no number of nanoseconds", { "@timestamp": START, time: 4_959_141_198 }, ["12:00:05"]],
    ["a zone in a field of its own", { when: "2024-03-01 13:00:05", timezone: "Europe/Berlin" }, ["12:00:05"]],
    [
      "a zone with its places",
      { when: "2024-03-01 13:00:05", time_zone: "(UTC+01:00) Amsterdam, Berlin" },
      ["12:00:05"],
    ],
    ["an offset in a field of its own", { date: "2024-03-01", time: "07:00:05", utc_offset: "-05:00" }, ["12:00:05"]],
    [
      "its start, where its own time is that of its end",
      { start_time_utc: START, end_time_utc: END, timestamp_utc: "2024-03-01T12:40:11Z" },
      ["12:00:05-12:40:10"],
    ],
    ["when it was, not when it was stored", { created_at: END, when: START }, ["12:00:05"]],
    ["a start in microseconds by its name", { trigger_time_usecs: 1_709_294_405_123_000 }, ["12:00:05"]],
    ["a time as servers log it", { time_local: "01/Mar/2024:13:00:05 +0100" }, ["12:00:05"]],
    ["a zone that is none", { when: "2024-03-01 12:00:05", timezone: "custom" }, ["12:00:05"]],
    ["a day of creation", { date_create: 1_709_294_405 }, ["12:00:05"]],
    ["not when the account was made", { user_created_at: LONG_AGO, logged_at: START }, ["12:00:05"]],
    [
      "not when a token ends",
      { token_expires_at: "2030-01-01T00:00:00Z", seen: START, cert_valid_to_date: END },
      ["12:00:05"],
    ],
    [
      "the state of now, not that of before",
      { previous_state: { since: LONG_AGO }, current_state: { state: "down", since: START } },
      ["12:00:05"],
    ],
  ])("is %s", (_what, fields, expected) => {
    expect(timesOf({ summary: "The queue is stuck", ...fields })).toEqual(expected);
  });

  it.each<[string, object, string[]]>([
    [
      "what was done to it",
      { event: { action: "modify", time: START }, bug: { summary: "Sync is stuck", creation_time: LONG_AGO } },
      ["12:00:05"],
    ],
    [
      "its envelope",
      {
        metadata: { eventType: "Detection", eventCreationTime: START },
        event: { DetectDescription: "A file was bad", ProcessStartTime: "2024-03-01T11:59:50Z" },
      },
      ["12:00:05"],
    ],
    [
      "the run inside it",
      {
        type: "run.failed.v1",
        time: END,
        data: {
          run: {
            name: "b7",
            status: {
              conditions: [{ message: "1 task of 2 failed", lastTransitionTime: END }],
              startTime: START,
              completionTime: END,
            },
          },
        },
      },
      ["12:00:05-12:40:10"],
    ],
    [
      "the update that ended a build",
      { build: { state: "SUCCESSFUL", title: "Pipeline 4 of main", created_on: START, updated_on: END } },
      ["12:00:05-12:40:10"],
    ],
    [
      "the object it is named after",
      {
        type: "Bounce",
        bounce: { bounceType: "Permanent", timestamp: START },
        mail: { headers: { date: LONG_AGO, subject: "Hello there my friend" } },
      },
      ["12:00:05"],
    ],
    [
      "the envelope of its data",
      {
        event_type: "FLAG_UPDATED",
        data: { state: { feature: { description: "Show the butter bar", created_date: LONG_AGO } }, timestamp: START },
      },
      ["12:00:05"],
    ],
    [
      "itself, not of an order made moments before",
      {
        type: "member.created",
        createdAt: START,
        data: { order: { description: "A gift to the fund", createdAt: "2024-03-01T12:00:01Z" } },
      },
      ["12:00:05"],
    ],
  ])("of a delivery is that of %s", (_what, json, expected) => {
    expect(timesOf(json)).toEqual(expected);
  });
});

describe("the text of a record", () => {
  it.each<[string, object, string]>([
    ["a number of a type where there is nothing else", { object: "event", type: 1107, date: START }, "Type 1107"],
    [
      "the name of an alert ahead of that of a place",
      { networkName: "Main Office", alertType: "APs went down", occurredAt: START },
      "APs went down",
    ],
    [
      "what a person did it to, not where",
      {
        action: { type: "updateCard", date: START, data: { card: { name: "Roll back the gateway" } } },
        model: { name: "Operations board" },
      },
      "Roll back the gateway",
    ],
    [
      "no lone value of another kind of field",
      { action: "taskMoved", at: START, data: { status_type: "custom" } },
      "taskMoved",
    ],
    [
      "the request that a server logs",
      { start_time: START, method: "GET", path: "/pay", response_code: 503, upstream_cluster_name: "the web cluster" },
      "GET /pay 503",
    ],
    ["the request of a line", { start_time: START, request: "GET /pay HTTP/1.1", status: "502" }, "GET /pay HTTP/1.1"],
    [
      "why a person could not sign in, not who",
      { createdDateTime: START, userDisplayName: "Ann Lee", status: { failureReason: "Invalid password given" } },
      "Invalid password given",
    ],
    [
      "the operation of an audit",
      { CreationTime: START, Operation: "UserLoginFailed", ResultStatus: "Failed" },
      "UserLoginFailed",
    ],
  ])("are %s", (_what, json, title) => {
    expect(read(json).map((event) => event.title)).toEqual([title]);
  });

  it.each<[string, object]>([
    ["German", { meldung: "Störung am Knoten", beginn: START, ende: END, status: "behoben" }],
    ["Spanish", { título: "Caída de los pagos", fecha_inicio: START, fecha_fin: END, estado: "resuelto" }],
    ["French", { titre: "Panne du routeur", début: START, fin: END, statut: "résolu" }],
    ["Portuguese", { titulo: "Queda do serviço", data_inicio: START, data_fim: END }],
    ["Dutch", { titel: "Storing in de kern", starttijd: START, eindtijd: END }],
    ["Japanese", { タイトル: "支払いサービス 停止 中", 開始時間: START, 終了時間: END }],
  ])("and its times are found below keys in %s", (_what, json) => {
    expect(timesOf(json).join("-")).toBe("12:00:05-12:40:10");
  });

  it("contains the failing URL next to a probe's message", () => {
    const check = { url: "https://shop.example.com/login", status: 502, down: true, date: START };
    const [event] = read({ event: "check.down", check, pings: [{ location: "Oslo", statusMessage: "Bad Gateway" }] });
    expect(event?.body).toContain("Address: https://shop.example.com/login");
  });

  it("comes from both lists of a delivery, even if one of them has ends", () => {
    const firing = [{ alert: "Latency", since: START, summary: "p99 over 1 s" }];
    const resolved = [
      { alert: "Disk", since: "2024-03-01T10:00:00Z", until: "2024-03-01T10:30:00Z", summary: "Disk was full" },
    ];
    expect(timesOf({ alerts: { firing, resolved } })).toEqual(["12:00:05", "10:00:00-10:30:00"]);
  });
});
