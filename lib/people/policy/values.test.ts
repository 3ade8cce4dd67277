import { expect, it } from "vitest";
import { keysFor, POLICY_KEYS, POLICY_SUBJECTS } from "./values.ts";

it("applies each value to one subject, apart from those of other priorities", () => {
  const all = (priority: "P0" | "P1" | "P3") =>
    (["action", "review", "change"] as const).flatMap((subject) => keysFor(subject, priority));
  const without = (...left: string[]) => POLICY_KEYS.filter((key) => !left.includes(key));
  expect(Object.keys(POLICY_SUBJECTS)).toHaveLength(POLICY_KEYS.length);
  expect(all("P0").sort()).toEqual(without("dueP1", "dueP2", "dueP3", "ladder", "wantedDays").sort());
  expect(all("P1").sort()).toEqual(without("dueP0", "dueP2", "dueP3", "ladderP0", "wantedDays").sort());
  expect(all("P3").sort()).toEqual(without("dueP0", "dueP1", "dueP2", "ladderP0").sort());
});
