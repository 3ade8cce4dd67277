import { describe, expect, it } from "vitest";
import { parseSource } from "#importers/open/parse-source.ts";
import { jsonInput } from "#importers/testing/fixtures.ts";

const told = (json: unknown) => parseSource(jsonInput(json)).events.map(({ at, title }) => [at?.slice(11, 19), title]);

const START = "2026-03-01T10:00:00Z";

describe("an act inside a delivery", () => {
  it.each<[string, object, string]>([
    [
      "a card and its list",
      { action: { type: "updateCard", date: START, data: { list: { name: "Doing" }, card: { name: "Fix it" } } } },
      "Fix it",
    ],
    [
      "a row and its table",
      { change: { operation: "row-deleted", at: START, data: { table: { name: "Sales" }, row: { name: "Line 4" } } } },
      "Line 4",
    ],
    [
      "a document and its cabinet",
      {
        event: {
          type: "document.archived",
          time: START,
          data: { cabinet: { name: "Old ones" }, document: { name: "Plan B" } },
        },
      },
      "Plan B",
    ],
    [
      "a device and its gateway",
      {
        notification: {
          type: "device.offline",
          timestamp: START,
          payload: { gateway: { name: "Gate 1" }, device: { name: "Pump 2" } },
        },
      },
      "Pump 2",
    ],
    [
      "a task and its column",
      { event: { type: "moveTask", time: START, column: { name: "Doing it" }, task: { name: "Pay rent" } } },
      "Pay rent",
    ],
    [
      "a parcel and its shipper",
      {
        event: {
          type: "parcel.lost",
          at: START,
          data: { shipper: { name: "Fast ones" }, parcel: { name: "Blue box" } },
        },
      },
      "Blue box",
    ],
    [
      "a filter and its group",
      {
        audit: { action: "filter.disabled", time: START, group: { name: "Edge ones" }, filter: { name: "Block all" } },
      },
      "Block all",
    ],
    [
      "a form and its survey",
      {
        activity: {
          event: "form:closed",
          at: START,
          body: { survey: { name: "Any survey" }, form: { name: "Entry form" } },
        },
      },
      "Entry form",
    ],
    [
      "a ticket and its queue",
      {
        event: {
          eventType: "TICKET_MERGED",
          time: START,
          data: { desk: { title: "First line" }, ticket: { title: "No light" } },
        },
      },
      "No light",
    ],
    [
      "a volume and its pool",
      {
        event: {
          trigger: "volumeDetached",
          time: START,
          data: { pool: { label: "Fast pool" }, volume: { label: "Vol 3" } },
        },
      },
      "Vol 3",
    ],
  ])("is about the object that its own code names: %s", (_what, json, name) => {
    const [[clock, title] = [], ...others] = told({ id: 7, model: { name: "Welcome" }, ...json });
    expect([clock, others]).toEqual(["10:00:00", []]);
    expect(title).toContain(name);
  });
});
