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

it("writes out a drawing completely", () => {
  const boxes = [
    { id: "a", x: 0, y: -10, title: "Load balancer kept sending traffic", note: "Supported" },
    { id: "b", x: 350, y: 102, title: "b", note: "" },
  ];
  const svg = graphSvg("Factors", boxes, [{ fromId: "a", toId: "b", relation: "amplified", label: "amplified" }]);
  expect(svg).toBe(
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="-24 -34 598 244" width="598" height="244" font-family="sans-serif" font-size="12">
<title>Factors</title>
<defs><marker id="end" viewBox="0 0 8 8" refX="8" refY="4" markerWidth="8" markerHeight="8" markerUnits="userSpaceOnUse" orient="auto"><path d="M0 0L8 4L0 8z"/></marker></defs>
<rect x="-24" y="-34" width="598" height="244" fill="#fff"/>
<path d="M200 32C275 32 275 144 350 144" fill="none" stroke="#222" stroke-width="3" marker-end="url(#end)"/><text x="275" y="83" text-anchor="middle" stroke="#fff" stroke-width="3" paint-order="stroke">amplified</text>
<rect x="0" y="-10" width="200" height="84" rx="4" fill="#fff" stroke="#222"/><text font-weight="bold"><tspan x="10" y="8">Load balancer kept sending</tspan><tspan x="10" y="23">traffic</tspan></text><text x="10" y="64" fill="#555">Supported</text>
<rect x="350" y="102" width="200" height="84" rx="4" fill="#fff" stroke="#222"/><text font-weight="bold"><tspan x="360" y="120">b</tspan></text><text x="360" y="176" fill="#555"></text>
</svg>
`,
  );
});

it("bends a line between neighbours at least a little, and one that runs back", () => {
  expect(linePath({ x: 0, y: 0 }, { x: 220, y: 0 })).toBe("M200 42C240 42 180 42 220 42");
  expect(linePath({ x: 300, y: 0 }, { x: 100, y: 0 })).toBe("M500 42C700 42 -100 42 100 42");
});

it("fits three full lines into a box", () => {
  const word = "a".repeat(28);
  expect(wrapped(`${word} ${word} ${word}`)).toEqual([word, word, word]);
});
