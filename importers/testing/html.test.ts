import { describe, expect, it } from "vitest";
import { markdownOfHtml } from "#importers/html/markdown-of-html.ts";
import { parseSource } from "#importers/open/parse-source.ts";
import { growth } from "#lib/base/testing/growth.ts";
import { parseFixture, textInput } from "./fixtures.ts";

const text = (html: string) => markdownOfHtml(html).text;

describe("a page as Markdown", () => {
  it.each([
    ["<h2>A <em>b</em></h2><p>c<br>d</p>", "## A b\n\nc\nd\n"],
    ["<ul><li>a<ol><li>b</li></ol></li><li>c</li></ul>", "- a\n  1. b\n- c"],
    ["<p><b>14:05</b> x &amp; <code>y</code> <del>z</del></p>", "**14:05** x & `y` ~~z~~\n"],
    ["<p><b style='font-weight:normal'>a</b> <span style='font-weight: 700'>b</span></p>", "a **b**\n"],
    [
      '<a href="https://x.org/a(b)">w</a> <a href="#top">t</a> <a href="javascript:x()">s</a>',
      "[w](https://x.org/a%28b%29) t s",
    ],
    ["<blockquote>a<blockquote>b</blockquote></blockquote>", "> a\n> \n> > b\n"],
    ["<pre>a\n  <b>b</b>&lt;</pre>", "```\na\n  b<\n```\n"],
    [
      "<table><tr><th>a</th><th>b</th></tr><tr><td>1|2</td><td>3</td></tr></table>",
      "| a | b |\n| --- | --- |\n| 1\\|2 | 3 |\n",
    ],
    ["<table><tr><td><table><tr><td>1</td><td>2</td></tr></table></td></tr></table>", "| 1 | 2 |\n\n"],
    ["<p># no heading</p>", "\\# no heading\n"],
    ["<script>a</script><style>b</style><p hidden>c</p><p style='display:none'>d</p><nav>e</nav>f", "f"],
  ])("converts %j", (html, markdown) => {
    expect(text(html).trimEnd()).toBe(markdown.trimEnd());
  });

  it("does work in proportion to a page, whatever its structure", { timeout: 120_000 }, () => {
    const hostile = [
      "<div>",
      "<ul><li>",
      "<b>",
      "<table><tr><td>",
      "<table><tr><td rowspan=500 colspan=9>x",
      "<b>x</b>",
      "&lt;",
      "<",
      "<!--",
    ];
    for (const part of hostile)
      expect(
        growth((count) => part.repeat(count), text, 2500, 20_000),
        part,
      ).toBeLessThan(30);
  });

  it("names the line at which it stopped reading", () => {
    const { rejects } = parseSource(textInput(`<!doctype html>\n<p>a</p>\n${"<div>".repeat(3000)}`));
    expect(rejects).toMatchObject([{ line: 3, reason: expect.stringContaining("too deep") }]);
  });
});

describe("an HTML write-up", () => {
  const parsed = parseFixture("html/fictional-write-up.html");

  it("is read like one in Markdown, at the lines of the page", () => {
    expect(parsed.format).toBe("html");
    expect(parsed.events.map(({ at, title, line }) => [at?.slice(11, 16), title, line])).toEqual([
      ["14:03", "CheckoutErrorRate alert fires", 12],
      ["14:05", "Dana acknowledges", 14],
      ["14:20", "Rolled back to v41", 18],
      ["14:20", "Status page updated", 19],
      ["14:27", "Incident resolved", 20],
    ]);
    expect(parsed.rejects).toEqual([]);
  });

  it("offers its title, summary, factors and action items", () => {
    expect(parsed.title).toBe("Checkout refused cards");
    expect(parsed.summary).toBe("Every third card payment failed for 24 minutes on 2026-03-04.");
    expect(parsed.factors).toMatchObject([
      { role: "contributor", statement: "The retry limit of the card gateway was lowered in March.", line: 26 },
      { role: "contributor", line: 26 },
    ]);
    expect(parsed.actions).toMatchObject([
      { status: "done", ticket: "OPS-12", line: 29 },
      { status: "open", title: "Test the retry limit before a release" },
    ]);
  });
});
