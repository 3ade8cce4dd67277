import { describe, expect, it } from "vitest";
import { localChoices } from "./local-choices.ts";

const asked = (local: string | null, zone: string | null, reason = "which") => ({ ambiguity: { reason, local }, zone });

describe("the instants that a wall time can mean", () => {
  it("are two when the clocks showed it twice", () => {
    expect(localChoices(asked("2024-11-03T01:30:00", "America/New_York"))).toEqual([
      { label: "The earlier", at: "2024-11-03T05:30:00.000Z" },
      { label: "The later", at: "2024-11-03T06:30:00.000Z" },
    ]);
  });

  it("are those around the jump when the clocks skipped it", () => {
    expect(localChoices(asked("2024-03-31T02:30:00", "Europe/Berlin"))).toEqual([
      { label: "Before the jump", at: "2024-03-31T00:30:00.000Z" },
      { label: "After the jump", at: "2024-03-31T01:30:00.000Z" },
    ]);
  });

  it.each([
    ["02:15:30", "02:15", "2026-01-10T02:15:30.000Z", "14:15", "2026-01-10T14:15:30.000Z"],
    ["12:30:00", "00:30", "2026-01-10T00:30:00.000Z", "12:30", "2026-01-10T12:30:00.000Z"],
    ["00:05:00", "00:05", "2026-01-10T00:05:00.000Z", "12:05", "2026-01-10T12:05:00.000Z"],
  ])("are in the morning and the afternoon when %s has no half of the day", (time, am, amAt, pm, pmAt) => {
    expect(localChoices(asked(`2026-01-10T${time}`, "UTC", "half_day"))).toEqual([
      { label: am, at: amAt },
      { label: pm, at: pmAt },
    ]);
  });

  it("leave out a half of the day that the clocks skipped", () => {
    expect(localChoices(asked("2024-03-31T02:30:00", "Europe/Berlin", "half_day"))).toEqual([
      { label: "14:30", at: "2024-03-31T12:30:00.000Z" },
    ]);
  });

  it.each([
    ["one instant", asked("2026-01-10T09:00:00", "UTC")],
    ["a time without a zone", asked("2026-01-10T09:00:00", null)],
    ["no wall time", asked(null, "UTC")],
    ["a time that is sure", { ambiguity: null, zone: "UTC" }],
  ])("are none for %s", (_, given) => expect(localChoices(given)).toEqual([]));
});
