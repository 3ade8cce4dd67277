import { expect, it } from "vitest";
import { checkRelation, type FactorEdge } from "./relations.ts";

const edge = (fromId: string, toId: string, relation: FactorEdge["relation"] = "made_possible"): FactorEdge => ({
  fromId,
  toId,
  relation,
});
const existing = [edge("a", "b"), edge("b", "c")];

it.each([
  ["to itself", edge("a", "a"), "relation_to_itself"],
  ["twice", edge("a", "b"), "relation_exists"],
  ["turned round", edge("b", "a"), "relation_reversed"],
  ["in another way", edge("b", "a", "masked"), null],
  ["round in a circle", edge("c", "a"), null],
])("%s", (_, added, rule) => {
  const check = checkRelation(added, existing);
  expect(check.ok ? null : check.rule).toBe(rule);
});
