import { describe, expect, it } from "vitest";
import { undoPlaces } from "./undo-places.ts";

describe("undoing a merge or a split", () => {
  const alone = (id: string) => ({ id, leadId: null, relation: null });
  const below = (id: string, leadId: string, relation: "merged" | "bundled" = "merged") => ({ id, leadId, relation });

  it.each([
    ["a merge", [alone("a"), alone("b")], [alone("a"), below("b", "a")], [{ does: "split", ids: ["b"] }]],
    [
      "a split of two leads",
      [below("b", "a"), below("d", "c", "bundled"), below("e", "c", "bundled")],
      [alone("b"), alone("d"), alone("e")],
      [
        { does: "relate", relation: "merged", leadId: "a", ids: ["b"] },
        { does: "relate", relation: "bundled", leadId: "c", ids: ["d", "e"] },
      ],
    ],
    [
      "a lead that went below another with its members",
      [alone("a"), below("b", "a"), alone("c")],
      [below("a", "c"), below("b", "c"), alone("c")],
      [
        { does: "split", ids: ["a", "b"] },
        { does: "relate", relation: "merged", leadId: "a", ids: ["b"] },
      ],
    ],
    [
      "a source of an account that became one with the lead",
      [alone("a"), below("c", "f"), { id: "f", leadId: "a", relation: "account" as const }],
      [alone("a"), below("c", "a"), below("f", "a")],
      [
        { does: "split", ids: ["c", "f"] },
        { does: "relate", relation: "merged", leadId: "f", ids: ["c"] },
        { does: "relate", relation: "account", leadId: "a", ids: ["f"] },
      ],
    ],
    ["nothing", [alone("a")], [alone("a")], []],
  ])("%s", (_, before, after, steps) => {
    expect(undoPlaces(before, after)).toEqual(steps);
  });
});
