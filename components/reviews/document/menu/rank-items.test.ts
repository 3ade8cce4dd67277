import { expect, test } from "vitest";
import type { MenuItem } from "./menu-store.ts";
import { rankItems } from "./rank-items.ts";

const item = (label: string, group: string): MenuItem => ({ id: label, label, group, run: () => undefined });
const ITEMS = [
  item("E12 Actual load was twice the plan", "Evidence"),
  item("E1 Impact starts", "Evidence"),
  item("Ana Silva", "People"),
  item("Bo Anders", "People"),
  item("ACT-31 Alert on the pool", "Records"),
  item("REV-2 Checkout", "Records"),
];

test.each<[string, string[]]>([
  ["ACT", ["ACT-31 Alert on the pool", "REV-2 Checkout", "E12 Actual load was twice the plan"]],
  ["act", ["ACT-31 Alert on the pool"]],
  ["E1", ["E1 Impact starts", "E12 Actual load was twice the plan"]],
  ["an", ["Ana Silva", "Bo Anders"]],
  ["and", ["Bo Anders", "Ana Silva"]],
  ["rev", ["REV-2 Checkout"]],
  ["load", ["E12 Actual load was twice the plan", "E1 Impact starts"]],
  ["impact", ["E1 Impact starts"]],
  ["", ["E12 Actual load was twice the plan", "E1 Impact starts", "Ana Silva"]],
  ["ana silva", ["Ana Silva"]],
  ["zzz", ["E12 Actual load was twice the plan"]],
])("an item that starts with %j is first", (typed, first) => {
  const ranked = rankItems(typed, ITEMS);
  expect(ranked.map(({ label }) => label).slice(0, first.length)).toEqual(first);
  expect(ranked).toHaveLength(ITEMS.length);
});
