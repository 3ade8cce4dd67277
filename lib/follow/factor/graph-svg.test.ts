import { describe, expect, it } from "vitest";
import { graphSvg, linePath, wrapped } from "./graph-svg.ts";

const box = (id: string, x: number, title = id) => ({ id, x, y: 0, title, note: "Supported" });

describe("the drawing as a file", () => {
  it("contains every box, and the lines between boxes that are there", () => {
    const line = { fromId: "a", toId: "b", relation: "masked", label: "masked" } as const;
    const svg = graphSvg("Factors", [box("a", -50), box("b", 300)], [line, { ...line, toId: "gone" }]);
    expect(svg).toContain('viewBox="-74 -24 598 132"');
    expect(svg.match(/<path d="M\d+ \d+C/g)).toHaveLength(1);
    expect(svg).toContain('stroke-dasharray="2 4"');
    expect(svg.match(/>Supported</g)).toHaveLength(2);
  });

  it("can't be broken by what people wrote", () => {
    const svg = graphSvg("<b>", [box("a", 0, 'x</text><script>"&')], []);
    expect(svg).not.toMatch(/<script|<b>/);
    expect(svg).toContain("x&lt;/text&gt;&lt;script&gt;&quot;&amp;");
  });
});

it("leads from the right side of a box to the left side of another", () => {
  expect(linePath({ x: 0, y: 0 }, { x: 400, y: 100 })).toMatch(/^M200 42C.* 400 142$/);
});

it.each([
  ["short", ["short"]],
  ["one two three four five six seven eight", ["one two three four five six", "seven eight"]],
  [`${"a".repeat(40)} b`, [`${"a".repeat(27)}…`, "b"]],
  [
    Array.from({ length: 30 }, () => "word").join(" "),
    ["word word word word word", "word word word word word", "word word word word word…"],
  ],
])("%s is written on its lines", (text, lines) => {
  expect(wrapped(text)).toEqual(lines);
});
