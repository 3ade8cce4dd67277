import { describe, expect, it } from "vitest";
import { readMoment } from "./read-moment.ts";

const days = {
  zone: "UTC",
  firstDay: "2026-11-02",
  lastDay: "2026-11-03",
  firstTime: "21:31:10",
  nowMs: Date.parse("2026-11-20T12:00:00Z"),
};

describe("the moment of a reading", () => {
  it.each([
    ["22:10", "2026-11-02T22:10:00.000Z"],
    ["00:40", "2026-11-03T00:40:00.000Z"],
    ["22:10 +1", "2026-11-03T22:10:00.000Z"],
    ["9:05:30", "2026-11-03T09:05:30.000Z"],
    ["4 Nov 2026 10:00", "2026-11-04T10:00:00.000Z"],
  ])("reads %s as %s", (text, at) => {
    expect(readMoment(text, days)).toMatchObject({ ok: true, at });
  });

  it("reads a day without a year in the year of the story", () => {
    const later = { ...days, nowMs: Date.parse("2029-01-05T12:00:00Z") };
    expect(readMoment("4 Nov 10:00", later)).toMatchObject({ at: "2026-11-04T10:00:00.000Z" });
    expect(readMoment("10 pm", later)).toMatchObject({ at: "2026-11-02T22:00:00.000Z" });
  });

  it("keeps a time before the first event on its day if the story has only one day", () => {
    expect(readMoment("20:00", { ...days, lastDay: "2026-11-02" })).toMatchObject({ at: "2026-11-02T20:00:00.000Z" });
  });

  it("rejects what isn't a time", () => {
    expect(readMoment("25:00", days)).toMatchObject({ ok: false });
    expect(readMoment("", days)).toBeNull();
  });
});
