import { describe, expect, it } from "vitest";
import { guardFormula, unguardFormula } from "./guard-formula.ts";
import { element, escapeXml, textElement } from "./xml.ts";

describe("XML", () => {
  it.each([
    [`<a href="x">'&'</a>`, "&lt;a href=&quot;x&quot;&gt;&apos;&amp;&apos;&lt;/a&gt;"],
    ["tab\t line\n cr\r", "tab\t line\n cr\r"],
    ["\u0000\u0008\u001f\uFFFE\uD800ok\uDC00", "ok"],
    ["🔥 ünï", "🔥 ünï"],
  ])("escapes %j as %j", (text, xml) => expect(escapeXml(text)).toBe(xml));

  it("rounds numbers and leaves out what isn't given", () => {
    expect(element("line", { x1: 1.2345, x2: 2, stroke: undefined, d: "1.2345" })).toBe(
      '<line x1="1.23" x2="2" d="1.2345"/>',
    );
    expect(element("g", {}, "<a/>")).toBe("<g><a/></g>");
    expect(textElement({ y: 0.005 }, "a < b")).toBe('<text y="0.01">a &lt; b</text>');
  });
});

describe("a cell", () => {
  it.each([
    ["=1+1", "'=1+1"],
    ["'=1+1", "''=1+1"],
    ["''=1+1", "'''=1+1"],
    ["-2 replicas", "'-2 replicas"],
    ["+1", "'+1"],
    ["@ops", "'@ops"],
    ["\tx", "'\tx"],
    ["\uFF1D1", "'\uFF1D1"],
    ["a=1", "a=1"],
    ["'quoted'", "'quoted'"],
    ["", ""],
  ])("%j is written as %j and read back", (cell, written) => {
    expect(guardFormula(cell)).toBe(written);
    expect(unguardFormula(written)).toBe(cell);
  });

  it("without a guard is read as it is", () => expect(unguardFormula("=1+1")).toBe("=1+1"));
});
