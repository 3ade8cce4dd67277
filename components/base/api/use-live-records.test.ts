import { partialMatchKey } from "@tanstack/react-query";
import { expect, it } from "vitest";
import { query } from "./client.ts";
import { keysOfNoun } from "./use-live-records.ts";

const isReadAgain = (noun: string, queryKey: readonly unknown[]) =>
  keysOfNoun(noun).some((key) => partialMatchKey(queryKey, key));

it("reads the imports of a timeline again when it changed, and sends no previewed file once more", () => {
  expect(isReadAgain("timeline", query.import.list.queryKey({ input: { key: "INC-1" } }))).toBe(true);
  expect(isReadAgain("timeline", [...query.import.preview.key(), "INC-1", "file", {}])).toBe(false);
});

it("reads nothing again for a noun that no screen shows", () => {
  expect(keysOfNoun("audit")).toEqual([]);
});
