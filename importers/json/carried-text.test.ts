import { describe, expect, it } from "vitest";
import { parseSource } from "#importers/open/parse-source.ts";
import { jsonInput } from "#importers/testing/fixtures.ts";

const read = (value: unknown) => parseSource(jsonInput(value)).events.map(({ at, title }) => [at, title]);
const AT = "2026-03-05T14:02:11.000Z";
const TITLE = "Orders are stuck in the queue";
const encoded = (value: unknown) => Buffer.from(JSON.stringify(value)).toString("base64");
const INNER = { message: TITLE, time: AT };

describe("a message encoded in Base64", () => {
  it.each([
    [
      "as a queue sends it",
      { message: { data: encoded(INNER), messageId: "7" }, subscription: "projects/a/subscriptions/b" },
    ],
    ["without padding", { message: { data: encoded(INNER).replace(/=+$/, "") } }],
    ["in the letters for addresses", { data: Buffer.from(JSON.stringify(INNER)).toString("base64url") }],
    ["in the records of a stream", { Records: [{ kinesis: { partitionKey: "1", data: encoded(INNER) } }] }],
    ["with an envelope of its own", { body: encoded({ event: INNER }) }],
  ])("is read, %s", (_, value) => {
    expect(read(value)).toEqual([[AT, TITLE]]);
  });

  it("is read with letters beyond ASCII", () => {
    expect(read({ data: encoded({ message: "Die Warteschlange wächst", time: AT }) })).toEqual([
      [AT, "Die Warteschlange wächst"],
    ]);
  });

  it("stays text without JSON in it", () => {
    expect(read({ time: AT, title: TITLE, data: "eyJub3QganNvbiBhdCBhbGwgYnV0IGxvbmc=" })).toEqual([[AT, TITLE]]);
  });

  it("leaves out a session token", () => {
    const token = `${encoded({ alg: "none" })}.${encoded({ message: "of a token", time: AT })}.x`;
    expect(read({ time: AT, title: TITLE, token })).toEqual([[AT, TITLE]]);
  });
});

describe("text that only refers to something", () => {
  it.each([
    ["a subject of ids", { subject: "tool:ticket:12345", detail: { subject: TITLE } }],
    ["the path of a message", { message: { name: "spaces/A/messages/B", text: TITLE } }],
    ["the path of a resource", { subject: "projects/shop/incidents/7", data: { subject: TITLE } }],
  ])("is replaced by text further inside: %s", (_, value) => {
    expect(read({ type: "ticket.changed", time: AT, ...value })).toEqual([[AT, TITLE]]);
  });
});

describe("a change log without text", () => {
  it.each([
    ["from and to", { from: "healthy", to: "degraded" }],
    ["states", { from_state: "healthy", to_state: "degraded" }],
    ["old and new", { old: "healthy", new: "degraded" }],
    ["before and after", { before: "healthy", after: "degraded" }],
    ["previous and current", { previous: "healthy", current: "degraded" }],
    ["names in one word", { fromStatus: "healthy", toStatus: "degraded" }],
  ])("names what changed into what: %s", (_, change) => {
    const later = Object.fromEntries(Object.keys(change).map((key, place) => [key, ["degraded", "healthy"][place]]));
    const transitions = [
      { ...change, at: AT },
      { ...later, at: "2026-03-05T14:22:11.000Z" },
    ];
    expect(read({ component: "payments-api", transitions })).toEqual([
      [AT, "From healthy to degraded"],
      ["2026-03-05T14:22:11.000Z", "From degraded to healthy"],
    ]);
  });

  it("uses a person as a name, and never a former value", () => {
    const actors = (value: unknown) =>
      parseSource({ filename: "a.json", bytes: new TextEncoder().encode(JSON.stringify(value)) }).events.map(
        ({ actor }) => actor,
      );
    expect(actors([{ from: "healthy", to: "degraded", at: AT }])).toEqual([null]);
    expect(actors([{ from: "Ines", to: "Tomas", at: AT, text: "Please look at the queue" }])).toEqual(["Ines"]);
  });
});
