import { describe, expect, it } from "vitest";
import type { Story } from "../story/story.ts";
import { sampleEvent } from "../testing/sample-event.ts";
import { isUntouched } from "./is-untouched.ts";
import { showStep } from "./show-step.ts";

const at = (minute: number) => `2026-11-02T22:${String(minute).padStart(2, "0")}:00.000Z`;
const story: Story = {
  items: [sampleEvent("a", at(0)), sampleEvent("b", at(1)), sampleEvent("c", null), sampleEvent("d", at(3))],
  nextCursor: null,
  total: 4,
};
const idsOf = ({ items }: Story) => items.map((event) => event.id).join("");

describe("a step that the server hasn't confirmed", () => {
  it("sets fields in place", () => {
    const shown = showStep(story, { does: "set", ids: ["a", "d"], set: { hidden: true } });
    expect(shown.items.map((event) => event.hidden)).toEqual([true, false, false, true]);
  });

  it("moves times and places, and skips events without a time", () => {
    const shown = showStep(story, { does: "set", ids: ["a", "c"], set: { moveByMs: 120_000 } });
    expect(shown.items.map((event) => [event.id, event.at])).toEqual([
      ["b", at(1)],
      ["c", null],
      ["a", at(2)],
      ["d", at(3)],
    ]);
  });

  it("drops removed events, and counts", () => {
    const shown = showStep(story, { does: "set", ids: ["b", "c"], set: { removed: true } });
    expect([idsOf(shown), shown.total]).toEqual(["ad", 2]);
  });

  it("puts events below a lead, and a lead releases all", () => {
    const merged = showStep(story, { does: "relate", ids: ["b", "d"], relation: "merged", leadId: "a" });
    expect(merged.items.map((event) => event.leadId)).toEqual([null, "a", null, "a"]);
    expect(showStep(merged, { does: "split", ids: ["a"] })).toEqual(story);
  });
});

describe("a rejected step can be sent again", () => {
  const before = [sampleEvent("a", at(0)), sampleEvent("b", at(1))];
  const [first = sampleEvent("a", null), second = sampleEvent("b", null)] = before;
  it.each([
    ["others renamed it", { pinned: true }, { ...first, title: "other", version: 2 }, true],
    ["others pinned it", { pinned: true }, { ...first, pinned: true, version: 2 }, false],
    ["others moved it, as this does", { moveByMs: 1000 }, { ...first, at: at(5), version: 2 }, false],
  ])("%s", (_, set, newer, is) => {
    expect(isUntouched({ does: "set", ids: ["a", "b"], set }, before, [newer, second])).toBe(is);
  });

  it("not if it was merged or removed in the meantime", () => {
    const step = { does: "split", ids: ["a"] } as const;
    expect(isUntouched(step, before, [{ ...first, leadId: "b", relation: "merged" }, second])).toBe(false);
    expect(isUntouched(step, before, [second])).toBe(false);
  });
});
