import fc from "fast-check";
import { expect, it } from "vitest";
import { JsonBoundsCheck } from "./json-bounds.ts";

const bounds = { depth: 3, members: 6 };
const check = (text: string, pieceBytes = Number.POSITIVE_INFINITY) => {
  const bytes = new TextEncoder().encode(text);
  const checking = new JsonBoundsCheck(bounds);
  for (let at = 0; at < bytes.length; at += pieceBytes) {
    const broken = checking.take(bytes.subarray(at, at + pieceBytes));
    if (broken) return broken;
  }
  return null;
};

it.each<[string, string, "depth" | "members" | null]>([
  ["three levels", "[[[]]]", null],
  ["four levels", "[[[[]]]]", "depth"],
  ["four levels of objects", '{"a":{"a":{"a":{}}}}', "depth"],
  ["levels that close again", "[[],[],[]]", "members"],
  ["five values in a list", "[1,2,3,4,5]", null],
  ["more values than that", "[1,2,3,4,5,6]", "members"],
  ["as many keys", '{"a":1,"b":2,"c":3,"d":4,"e":5,"f":6}', "members"],
  ["brackets and commas inside a text", '["[[[[,,,,,,,,"]', null],
  ["an escaped quote before them", '["\\"[[[[,,,,,,,"]', null],
  ["an escaped backslash at the end of a text", '["\\\\",[[[1]]]]', "depth"],
  ["a line of opening brackets that never end", "[".repeat(100_000), "depth"],
])("knows %s", (_name, text, expected) => {
  expect(check(text)).toBe(expected);
});

const depthOf = (value: unknown): number =>
  typeof value === "object" && value !== null ? 1 + Math.max(0, ...Object.values(value).map(depthOf)) : 0;

it("finds exactly the text that is too deep, however it is divided", () => {
  const many = { depth: bounds.depth, members: 100_000 };
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 6 }), fc.integer({ min: 1, max: 9 }), (value, pieceBytes) => {
      const bytes = new TextEncoder().encode(JSON.stringify(value));
      const checking = new JsonBoundsCheck(many);
      let broken: string | null = null;
      for (let at = 0; at < bytes.length; at += pieceBytes)
        broken ??= checking.take(bytes.subarray(at, at + pieceBytes));
      expect(broken).toBe(depthOf(value) > bounds.depth ? "depth" : null);
    }),
  );
});
