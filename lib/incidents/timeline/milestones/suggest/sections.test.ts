import { describe, expect, it } from "vitest";
import type { EventKind } from "#lib/base/vocabulary/event-kinds.ts";
import { suggestMilestones } from "./suggest-milestones.ts";

const event = (id: string, clock: string, kind: EventKind, section: string | null) => ({
  ...{ id, kind, section },
  at: `2021-09-29T${clock}:00.000Z`,
  precision: "minute" as const,
  title: id,
});
const ids = (events: Parameters<typeof suggestMilestones>[0], set = {}) =>
  Object.fromEntries(suggestMilestones(events, set).map(({ name, eventId }) => [name, eventId]));

const ONE = [
  event("impact one", "10:00", "impact_started", "Incident 1"),
  event("end one", "10:40", "resolved", "Incident 1"),
];
const TWO = [
  event("alert two", "11:10", "alert_fired", "Incident 2"),
  event("impact two", "11:00", "impact_started", "Incident 2"),
  event("page two", "11:12", "paged", "Incident 2"),
  event("end two", "11:40", "resolved", "Incident 2"),
];

describe("milestones of a timeline whose source contains two incidents", () => {
  it("come from the incident with the most content, however near the other is", () => {
    expect(ids([...ONE, ...TWO])).toEqual({
      impact_started: "impact two",
      detected: "alert two",
      paged: "page two",
      resolved: "end two",
    });
  });

  it("come from the incident with a set milestone", () => {
    const set = { impact_started: { at: "2021-09-29T10:00:00.000Z", precision: "minute" as const } };
    expect(ids([...ONE, ...TWO], set)).toEqual({ resolved: "end one" });
  });

  it("include other sources next to it", () => {
    const chat = event("chat: declared", "11:20", "declared", null);
    expect(ids([...ONE, ...TWO, chat])).toMatchObject({ impact_started: "impact two", declared: "chat: declared" });
  });

  it("are not divided by the section that is left out", () => {
    const beside = event("alert elsewhere", "09:55", "alert_fired", null);
    expect(ids([...ONE, beside])).toEqual({
      impact_started: "impact one",
      detected: "alert elsewhere",
      resolved: "end one",
    });
  });
});
