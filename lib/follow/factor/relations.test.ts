import { expect, it } from "vitest";
import { checkRelation, type FactorEdge } from "./relations.ts";

const edge = (fromId: string, toId: string, relation: FactorEdge["relation"] = "made_possible"): FactorEdge => ({
  fromId,
  toId,
  relation,
});
const existing = [edge("a", "b"), edge("b", "c")];

it.each([
  ["to itself", edge("a", "a"), { rule: "relation_to_itself", message: /can't relate to itself/ }],
  ["twice", edge("a", "b"), { rule: "relation_exists", message: /already related: made possible$/ }],
  ["turned round", edge("b", "a"), { rule: "relation_reversed", message: /^The other factor made possible this one/ }],
])("rejects a relation %s", (_, added, { rule, message }) => {
  expect(checkRelation(added, existing)).toEqual({ ok: false, rule, message: expect.stringMatching(message) });
});

it.each([
  ["in another way", edge("b", "a", "masked")],
  ["round in a circle", edge("c", "a")],
])("accepts a relation %s", (_, added) => {
  expect(checkRelation(added, existing)).toEqual({ ok: true });
});
