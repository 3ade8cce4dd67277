import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { makeEvent } from "#importers/kit/make-event.ts";
import { readInstant } from "#importers/kit/read-instant.ts";
import { eventIdentity } from "./event-identity.ts";

const eventAt = (stated: string, options = {}, title = "Pool exhausted") => {
  const time = readInstant(stated, options);
  if (!time) throw new Error("no time");
  return makeEvent({ line: 1, time, kind: "observation", title });
};

describe("eventIdentity", () => {
  it("is the source's own id if there is one", () => {
    expect(eventIdentity("pagerduty", { ...eventAt("2026-03-04T09:00:00Z"), externalId: "R1" })).toBe("R1");
  });

  it("is otherwise a hash of the content, whatever the line and kind", () => {
    const event = eventAt("2026-03-04T09:00:00Z");
    expect(eventIdentity("notes", event)).toMatch(/^sha256:[0-9a-f]{40}$/);
    expect(eventIdentity("notes", { ...event, line: 9, kind: "decision" })).toBe(eventIdentity("notes", event));
    expect(eventIdentity("csv", event)).not.toBe(eventIdentity("notes", event));
    expect(eventIdentity("notes", eventAt("2026-03-04T09:00:00Z", {}, "Other"))).not.toBe(
      eventIdentity("notes", event),
    );
    expect(eventIdentity("notes", eventAt("2026-03-04T09:00:01Z"))).not.toBe(eventIdentity("notes", event));
  });

  it("stays the same before and after the time zone is chosen", () => {
    const hours = fc.integer({ min: 0, max: 23 }).map((hour) => `2026-07-04T${String(hour).padStart(2, "0")}:05:00`);
    fc.assert(
      fc.property(hours, fc.constantFrom("Europe/Dublin", "America/New_York", "+05:30", "UTC"), (stated, zone) => {
        expect(eventIdentity("notes", eventAt(stated, { zone }), zone)).toBe(eventIdentity("notes", eventAt(stated)));
      }),
    );
  });
});
