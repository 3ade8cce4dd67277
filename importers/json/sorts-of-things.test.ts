import { describe, expect, it } from "vitest";
import { parseSource } from "#importers/open/parse-source.ts";
import { jsonInput } from "#importers/testing/fixtures.ts";

const told = (json: object) =>
  parseSource(jsonInput({ time: "2026-03-01T10:00:00Z", ...json })).events.map(({ title }) => title);
const CODE = "charge.success";

describe("a delivery with the code of an event", () => {
  it.each<[string, object]>([
    ["a card", { data: { authorization: { card_type: "mastercard DEBIT" } } }],
    ["a device", { data: { sensor_type: "Door contact" } }],
    ["a plan", { data: { plan: { plan_type: "Gold yearly" } } }],
    ["a room", { body: { roomType: "Meeting room" } }],
    ["a vehicle", { payload: { vehicle: { vehicle_type: "Small van" } } }],
  ])("isn't told by the sort of a thing: %s", (_what, json) => {
    expect(told({ event: CODE, ...json })).toEqual([CODE]);
  });

  it.each<[string, object]>([
    ["a contact", { contact: { name: "Jenny Rosen" } }],
    ["an organizer", { organizer: { displayName: "Jenny Rosen" } }],
    ["attendees", { attendees: [{ name: "Jenny Rosen" }] }],
    ["a merchant", { data: { merchant: { name: "Corner Shop" } } }],
    ["an address", { order: { billing_address: { name: "Jenny Rosen" } } }],
  ])("isn't told by the name of %s", (_what, json) => {
    expect(told({ event: CODE, ...json })).toEqual([CODE]);
  });
});

describe("a proper name", () => {
  it.each<[string, object, string]>([
    [
      "an invitee",
      { event: "invitee.created", payload: { name: "John Doe", status: "active" } },
      "invitee.created: John Doe",
    ],
    ["a lead", { type: "lead.converted", data: { name: "Ana María Silva" } }, "lead.converted: Ana María Silva"],
    ["a shop", { action: "subscription_paused", shop: { name: "Corner Shop" } }, "subscription_paused: Corner Shop"],
    [
      "a place",
      { eventType: "geofence:entered", zone_in: { display_name: "North Gate" } },
      "geofence:entered: North Gate",
    ],
    [
      "a patient",
      { event: "visit-cancelled", visit: { patient_name: "Jean O’Neill" } },
      "visit-cancelled: Jean O’Neill",
    ],
  ])("comes after what happened: %s", (_what, json, title) => {
    expect(told(json)).toEqual([title]);
  });

  it.each<[string, object, string]>([
    ["a job", { event: "job.done", job: { name: "Nightly sync" } }, "Nightly sync"],
    ["a heading", { event: "page.published", page_data: { title: "New Prices" } }, "New Prices"],
  ])("isn't that of %s", (_what, json, title) => {
    expect(told(json)).toEqual([title]);
  });
});

describe("a change of a record", () => {
  const item = {
    date: "2026-03-01T10:00:00Z",
    field: "status",
    before: { status: "to do" },
    after: { status: "done now" },
  };
  it.each<[string, object]>([
    ["the sort of a state", { data: { status_type: "custom" } }],
    ["a word of its source", { source: { label: "api" } }],
    ["a name in one word", { list: { name: "Sprint" } }],
  ])("says more than %s", (_what, beside) => {
    const json = { event: "taskStatusUpdated", history_items: [{ ...item, ...beside }] };
    expect(parseSource(jsonInput(json)).events.map(({ title }) => title)).toEqual(["status from to do to done now"]);
  });
});
