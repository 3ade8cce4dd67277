import { describe, expect, it } from "vitest";
import { standingInTitle, standingOf, standingOfFlag, standingOfMove } from "./state-words.ts";

describe("the state of an alert", () => {
  it.each([
    ["firing", "fired"],
    ["CRITICAL", "fired"],
    ["PROBLEM", "fired"],
    ["Down", "fired"],
    ["open", "fired"],
    ["alert.triggered", "fired"],
    ["FIRING:2", "fired"],
    ["No Data", "fired"],
    ["resolved", "over"],
    ["closed", "over"],
    ["UP", "over"],
    ["RECOVERY", "over"],
    ["incident.resolved", "over"],
    ["serviceRestored", "over"],
    ["ACKNOWLEDGEMENT", "acknowledged"],
    ["in progress", null],
    ["succeeded", null],
    ["the disk is full and nobody can write", null],
    ["", null],
  ])("by the state %j: %s", (text, standing) => {
    expect(standingOf(text, false)).toBe(standing);
  });

  it("accepts the states of builds and server responses only from an alert", () => {
    for (const text of ["ok", "failed", "error", "completed", "started"]) {
      if (text !== "failed") expect(standingOf(text, true)).not.toBeNull();
      expect(standingOf(text, false)).toBeNull();
    }
  });

  it.each([
    ["[Shop] [🔴 Down] connect refused", "fired"],
    ["[FIRING:1] DiskFull", "fired"],
    ["PROBLEM: disk full", "fired"],
    ["HTTP CRITICAL: 503", "fired"],
    ["DISK OK - 40% free", "over"],
    ["Resolved: latency is back", "over"],
    ["ok: nothing", null],
    ["Deploy of shop", null],
  ])("by the mark in the title %j: %s", (title, standing) => {
    expect(standingInTitle(title)).toBe(standing);
  });

  it.each([
    ["Alarm updated from OK to ALARM", "fired"],
    ["Alarm updated from ALARM to OK", "over"],
    ["State changed from warning to normal", "over"],
    ["Ticket moved from backlog to doing", null],
    ["Moved to OK", null],
  ])("by the states that a title moves between %j: %s", (title, standing) => {
    expect(standingOfMove(title)).toBe(standing);
  });

  it("by a yes or no", () => {
    expect(standingOfFlag("up", 0)).toBe("fired");
    expect(standingOfFlag("is_up", true)).toBe("over");
    expect(standingOfFlag("isResolved", false)).toBeNull();
    expect(standingOfFlag("public", true)).toBeNull();
    expect(standingOfFlag("up", "yes")).toBeNull();
  });
});
