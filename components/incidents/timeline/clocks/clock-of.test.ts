import { describe, expect, it } from "vitest";
import type { SourceClock } from "#lib/contract/curate.ts";
import { clockOf, undoClock } from "./clock-of.ts";

const clock = (id: string, more: Partial<SourceClock> = {}): SourceClock => ({
  id,
  sourceType: "slack",
  importId: null,
  label: "Slack",
  letter: "S",
  offsetMs: -29_000,
  pair: null,
  movedEvents: 19,
  setBy: null,
  setAt: "2026-11-02T22:00:00.000Z",
  version: 3,
  ...more,
});
const pair = { eventId: "e1", eventNumber: 1, matchId: "e2", matchNumber: 2 };

describe("the clock of a source", () => {
  const clocks = [clock("kind"), clock("import", { importId: "i1" }), clock("other", { sourceType: "github" })];
  it.each([
    ["its import's", { type: "slack", importId: "i1" }, "import"],
    ["its kind's", { type: "slack", importId: "i2" }, "kind"],
    ["none", { type: "csv", importId: null }, undefined],
  ])("is %s", (_, source, id) => {
    expect(clockOf(clocks, source)?.id).toBe(id);
  });
});

describe("restoring a clock", () => {
  it.each([
    ["to none", undefined, clock("now"), { does: "clear", id: "now" }],
    [
      "to another offset",
      clock("was", { offsetMs: 1000 }),
      clock("now", { version: 4 }),
      { does: "set", set: { sourceType: "slack", importId: null, offsetMs: 1000, version: 4 } },
    ],
    [
      "to a pair, after it was cleared",
      clock("was", { pair }),
      undefined,
      { does: "set", set: { pair: { eventId: "e1", matchId: "e2" }, importId: null } },
    ],
    ["where nothing changed", undefined, undefined, null],
  ])("%s", (_, before, now, step) => {
    expect(undoClock(before, now)).toEqual(step);
  });
});
