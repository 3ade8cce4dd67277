import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { composeDigest, digestDay, digestFor, keysOfDigest } from "./digest.ts";

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

  it("names to its reader only what they may still read", () => {
    const one = composeDigest([late("ACT-1", 4)]);
    if (!one) throw new Error("a digest is expected");
    expect(keysOfDigest(one)).toEqual(["ACT-1", "ACT-1"]);
    expect(digestFor(one, new Set(["ACT-1"]))).toEqual(one);
    expect(digestFor(one, new Set())).toEqual({
      subject: "Late: something you may no longer read, 4 d late",
      body: "Something you may no longer read: 4 d late",
    });
    const title = "Rotate: the key, 3 d late: ACT-7";
    const two = composeDigest([{ key: "ACT-2", title, daysLate: 9 }, late("REV-3", 2)]);
    expect(two && digestFor(two, new Set(["REV-3"])).body).toBe(
      "Something you may no longer read: 9 d late\nREV-3 Sign the mail: 2 d late",
    );
  });

  it("keeps no title of several lines from being hidden", () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[\nA-C:,0-9 -]{0,30}secret[\nA-C:,0-9 -]{0,30}$/), (title) => {
        const digest = composeDigest([{ key: "ACT-1", title, daysLate: 4 }]);
        expect(JSON.stringify(digest && digestFor(digest, new Set()))).not.toContain("secret");
      }),
    );
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
