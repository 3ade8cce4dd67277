import { expect, it } from "vitest";
import { keysOfNoun } from "#components/base/api/use-live-records.ts";
import { NOUNS } from "./nouns.ts";

const told = new Set(Object.values(NOUNS).flatMap(({ tells }) => Object.keys(tells)));

it.each([...told])("screens that show %s ask for it again when they are told", (noun) => {
  expect(keysOfNoun(noun)).not.toEqual([]);
});
