import { describe, expect, it } from "vitest";
import { sampleEvent } from "../testing/sample-event.ts";
import { undoFields } from "./undo-fields.ts";

const AT = "2026-11-02T21:58:00.000Z";

describe("undoing a change of several events", () => {
  it("gives each event its former value, equal ones in one step", () => {
    const before = [sampleEvent("a", AT), sampleEvent("b", AT, { pinned: true }), sampleEvent("c", AT)];
    expect(undoFields(before, { pinned: true })).toEqual([
      { does: "set", ids: ["a", "c"], set: { pinned: false } },
      { does: "set", ids: ["b"], set: { pinned: true } },
    ]);
  });

  it("moves events back and skips those without a time", () => {
    const before = [sampleEvent("a", AT), sampleEvent("b", null)];
    expect(undoFields(before, { moveByMs: -29_000 })).toEqual([{ does: "set", ids: ["a"], set: { moveByMs: 29_000 } }]);
  });

  it("restores when and by whom something was found", () => {
    const found = { known: "found_later", foundAt: AT, foundBy: "Jonah" } as const;
    expect(undoFields([sampleEvent("a", AT, found)], { known: null, foundAt: null, foundBy: null })).toEqual([
      { does: "set", ids: ["a"], set: found },
    ]);
  });
});
