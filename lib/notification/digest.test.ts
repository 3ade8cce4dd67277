import { describe, expect, it } from "vitest";
import { composeDigest, digestDay } from "./digest.ts";

const late = (key: string, daysLate: number) => ({ key, title: "Sign the mail", daysLate });

describe("the daily digest", () => {
  it("says nothing when nothing is late", () => {
    expect(composeDigest([])).toBeNull();
    expect(composeDigest([late("ACT-1", 0), late("ACT-2", -3)])).toBeNull();
  });

  it("names one thing in its subject, and counts several with the oldest", () => {
    expect(composeDigest([late("ACT-1", 4)])).toEqual({
      subject: "Late: ACT-1 Sign the mail, 4 d late",
      body: "ACT-1 Sign the mail: 4 d late",
    });
    expect(composeDigest([late("ACT-1", 4), late("REV-2", 41), late("ACT-3", -1)])).toEqual({
      subject: "2 things of yours are late, the oldest by 41 days",
      body: "REV-2 Sign the mail: 41 d late\nACT-1 Sign the mail: 4 d late",
    });
  });

  it("lists twenty and counts the rest", () => {
    const body = composeDigest(Array.from({ length: 23 }, (_, n) => late(`ACT-${n}`, n + 1)))?.body ?? "";
    expect(body.split("\n")).toHaveLength(21);
    expect(body).toMatch(/\nand 3 more$/);
  });

  it.each([
    ["2026-11-25T06:59:00", null, null],
    ["2026-11-25T07:00:00", null, "2026-11-25"],
    ["2026-11-25T23:30:00", "2026-11-25", null],
    ["2026-11-26T00:30:00", "2026-11-25", null],
    ["2026-11-26T07:30:00", "2026-11-25", "2026-11-26"],
  ])("at %s local time, the last one being of %s, the digest of %s is due", (local, last, day) => {
    expect(digestDay(local, last)).toBe(day);
  });
});
