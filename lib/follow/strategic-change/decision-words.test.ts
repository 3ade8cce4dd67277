import { expect, it } from "vitest";
import { decidedBy } from "./decision-words.ts";

const DECLINED = { to: "declined", kind: "status" } as const;

it.each([
  ["one person", { ...DECLINED, by: "Ana", riskBy: null }, "Ana"],
  ["two people", { ...DECLINED, by: "Ana", riskBy: "Ben" }, "Ana. Ben accepts the risk"],
  ["one person for both", { ...DECLINED, by: "Ana", riskBy: "Ana" }, "Ana, who accepts the risk"],
  ["a deferral", { by: "Ana", to: "deferred", kind: "status", riskBy: "Ana" } as const, "Ana, who keeps the risk"],
  [
    "a part left out of a deferred change",
    { by: "Ana", to: "deferred", kind: "left_out", riskBy: "Ben" } as const,
    "Ana. Ben accepts the risk",
  ],
  ["a person who is gone", { ...DECLINED, by: null, riskBy: "Ben" }, "Ben accepts the risk"],
  ["no one known", { ...DECLINED, by: null, riskBy: null }, ""],
])("names %s", (_name, decision, words) => {
  expect(decidedBy(decision)).toBe(words);
});
