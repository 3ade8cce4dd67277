import { describe, expect, it } from "vitest";
import { type BlockSort, type Completeness, completenessOf, countWritten } from "./completeness.ts";

describe("a section", () => {
  it.each<[string, BlockSort[], Completeness]>([
    ["summary", ["generated"], "generated"],
    ["summary", ["own"], "written"],
    ["summary", ["generated", "own"], "part"],
    ["summary", ["questions"], "empty"],
    ["summary", [], "empty"],
    ["key_times", ["live"], "facts"],
    ["timeline", ["live", "own"], "written"],
    ["impact", ["live"], "facts"],
    ["impact", ["live", "questions"], "facts"],
    ["impact", ["live", "generated"], "generated"],
    ["impact", ["live", "generated", "own"], "part"],
    ["factors", ["live", "questions"], "empty"],
    ["factors", ["live", "own"], "written"],
    ["actions", ["live", "questions"], "facts"],
    ["went_well", ["questions", "own"], "written"],
    ["a heading of somebody's own", ["own"], "written"],
    ["a heading of somebody's own", [], "empty"],
  ])("%s with %j is %s", (key, blocks, state) => {
    expect(completenessOf(key, new Set(blocks))).toBe(state);
  });
});

it("counts what people wrote or accepted, and facts for nobody", () => {
  expect(countWritten(["written", "generated", "facts", "part", "empty", "facts"])).toEqual({
    written: 1,
    toWrite: 4,
    toRead: 2,
    facts: 2,
  });
});
