import { describe, expect, it } from "vitest";
import { parseJson } from "./json-values.ts";

describe("JSON with a comma before a closing bracket", () => {
  it.each([
    ['{"a": 1,}', { a: 1 }],
    ['{"a": 1, }', { a: 1 }],
    ["[1, 2,]", [1, 2]],
    ["[1, 2,\n]", [1, 2]],
    ['{"a": [1,], "b": {"c": 2,},}', { a: [1], b: { c: 2 } }],
    ['[{"a": 1,},{"a": 2,},]', [{ a: 1 }, { a: 2 }]],
    ['{"a": "x",\n\t}', { a: "x" }],
    ['{"a": "1,}", "b": ",]",}', { a: "1,}", b: ",]" }],
    ['{"a": "\\"quoted\\",}",}', { a: '"quoted",}' }],
    ['{"a": {"b": [],},}', { a: { b: [] } }],
  ])("%s is read", (text, value) => expect(parseJson(text)).toEqual(value));

  it.each(['{"a": 1,,}', "[,]", "{,}", '{"a",}', "[1 2,]"])("%s stays broken", (text) => {
    expect(parseJson(text)).toBeUndefined();
  });
});
