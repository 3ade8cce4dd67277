import { describe, expect, it } from "vitest";
import { ACTION_PRIORITIES, ACTION_STATUSES } from "#lib/base/vocabulary/action-item.ts";
import { askedIfUnchangedSince, isAskedIfWanted } from "./still-wanted.ts";

const updatedAt = new Date("2026-06-01T12:00:00Z");
const ASKED = { priority: "P3", status: "accepted", isArchived: false, updatedAt, askedAt: updatedAt } as const;

describe("the question whether an action is still wanted", () => {
  it.each([
    ["asked since", {}, true],
    ["asked later", { askedAt: new Date("2026-08-30T12:00:00Z") }, true],
    ["not asked", { askedAt: null }, false],
    ["changed since", { updatedAt: new Date("2026-06-01T12:00:01Z") }, false],
    ["archived", { isArchived: true }, false],
  ])("is asked about a P3 that is %s: %j", (_, change, isAsked) => {
    expect(isAskedIfWanted({ ...ASKED, ...change })).toBe(isAsked);
  });

  it("is asked about no other priority, and not once it is to verify, settled or waived", () => {
    const asked = ACTION_STATUSES.filter((status) => isAskedIfWanted({ ...ASKED, status }));
    expect(asked).toEqual(["proposed", "accepted", "in_progress"]);
    expect(ACTION_PRIORITIES.filter((priority) => isAskedIfWanted({ ...ASKED, priority }))).toEqual(["P3"]);
  });

  it.each([
    [90, "2026-08-30T12:00:00Z"],
    [30, "2026-07-01T12:00:00Z"],
  ])("is asked %s days after the last change", (days, now) => {
    expect(askedIfUnchangedSince(new Date(now), days)).toEqual(updatedAt);
  });
});
