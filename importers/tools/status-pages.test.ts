import { expect, it } from "vitest";
import { parseSource } from "#importers/open/parse-source.ts";

it("creates an event for a monitor's acknowledgement with its text and person", () => {
  const attributes = {
    name: "shop.example.com is down",
    cause: "Timed out",
    started_at: "2026-03-01T10:00:00Z",
    acknowledged_at: "2026-03-01T10:03:00Z",
    acknowledged_by: "Ines",
    resolved_at: "2026-03-01T10:20:00Z",
  };
  const bytes = new TextEncoder().encode(JSON.stringify({ data: [{ id: "7", type: "incident", attributes }] }));
  const { events } = parseSource({ filename: "incidents.json", bytes }, {});
  expect(events.map(({ at, kind, title, actor }) => [at?.slice(11, 16), kind, title, actor])).toEqual([
    ["10:00", "alert_fired", "shop.example.com is down", null],
    ["10:03", "acknowledged", "Acknowledged: shop.example.com is down", "Ines"],
  ]);
});

it.each(["failed", "SUCCESS", "running", "cancelled"])("does not read a job that is %s as an incident", (status) => {
  const job = {
    id: 7,
    name: "Apply updates",
    status,
    started: "2026-03-01T10:00:00Z",
    finished: "2026-03-01T10:20:00Z",
  };
  const bytes = new TextEncoder().encode(JSON.stringify(job));
  const { format, events } = parseSource({ filename: "job.json", bytes }, {});
  expect([format, events[0]?.endAt?.slice(11, 16)]).toEqual(["json", "10:20"]);
});
