import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { mergeLanes } from "./lanes.ts";

const lanes = (text: string) => [...text].map((id) => ({ id }));
const merged = (...columns: string[]) => mergeLanes(columns.map(lanes)).join("");

describe("the lanes of a board", () => {
  it("are those of all columns, each once", () => {
    expect(merged("ab", "bc", "", "a")).toBe("abc");
    expect(merged("", "")).toBe("");
  });

  it("have a place between those above and below them in any column", () => {
    expect(merged("ad", "abd", "bcd")).toBe("abcd");
    expect(merged("c", "abc")).toBe("abc");
  });

  it("are all there while two columns disagree", () => {
    expect(merged("ab", "ba")).toBe("ab");
  });

  it("keep the order of every column", () => {
    const column = fc.subarray([..."abcdefgh"]);
    fc.assert(
      fc.property(fc.array(column, { maxLength: 5 }), (columns) => {
        const order = mergeLanes(columns.map((one) => lanes(one.join(""))));
        expect(order).toHaveLength(new Set(columns.flat()).size);
        for (const one of columns) expect(order.filter((id) => one.includes(id))).toEqual(one);
      }),
    );
  });
});
