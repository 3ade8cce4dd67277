import { expect, it } from "vitest";
import { builtIn } from "#lib/reviews/template/testing/built-in.ts";
import { addSection, changeSection, moved, moveSection, newSectionKey, removeSection } from "./edit-template.ts";

const quick = builtIn("quick");
const keysOf = ({ sections }: typeof quick) => sections.map(({ key }) => key);

it.each([
  [0, 2, "bca"],
  [2, 0, "cab"],
  [1, 1, "abc"],
  [5, 0, "abc"],
])("moves %i to %i", (from, to, expected) => {
  expect(moved(["a", "b", "c"], from, to).join("")).toBe(expected);
});

it("makes a key that no section has", () => {
  expect(newSectionKey("Money not moved", quick.sections, 60)).toBe("money_not_moved");
  expect(newSectionKey("Summary!", quick.sections, 60)).toBe("summary_2");
  expect(newSectionKey("…", quick.sections, 60)).toBe("section");
  expect(newSectionKey("a ".repeat(99), [], 20)).toMatch(/^[a-z0-9]+(_[a-z0-9]+)*$/);
});

it("adds after a section or at the end, moves, changes and removes", () => {
  const money = { key: "money", title: "Money", after: "summary" };
  expect(keysOf(addSection(quick, money)).slice(0, 4)).toEqual(["header", "summary", "money", "impact"]);
  expect(keysOf(addSection(quick, { ...money, after: null })).at(-1)).toBe("money");
  expect(keysOf(moveSection(quick, 1, 2)).slice(0, 3)).toEqual(["header", "impact", "summary"]);
  expect(keysOf(removeSection(quick, "luck"))).not.toContain("luck");
  const changed = changeSection(quick, "luck", { title: "Luck" });
  expect(changed.sections.find(({ key }) => key === "luck")).toMatchObject({ title: "Luck" });
  expect(keysOf(changed)).toEqual(keysOf(quick));
});
