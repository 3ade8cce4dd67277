import { DomUtils, parseDocument } from "htmlparser2";
import { describe, expect, it } from "vitest";
import { printReview } from "../printed/print-review.ts";
import { type Block, plainWords } from "../printed/printed.ts";
import { emptyReview, HOSTILE, hostileReview, reviewWithSuggestions } from "../testing/hostile-review.ts";
import { reviewHtml } from "./html.ts";

const html = reviewHtml(printReview(hostileReview()));
const page = parseDocument(html);
const all = (name: string, inside = page) => DomUtils.getElementsByTagName(name, inside);
const words = (name: string) => all(name).map((element) => DomUtils.textContent(element));

describe("a review as HTML", () => {
  it("runs nothing and loads nothing", () => {
    for (const name of ["script", "iframe", "object", "link", "base", "form"]) expect(all(name), name).toEqual([]);
    const attributes = DomUtils.filter((node) => "attribs" in node, page).flatMap((node) =>
      "attribs" in node ? Object.entries(node.attribs) : [],
    );
    expect(attributes.filter(([name]) => name.startsWith("on"))).toEqual([]);
    expect(attributes.filter(([name, value]) => name === "src" && !value.startsWith("data:image/png;base64,"))).toEqual(
      [],
    );
    expect(attributes.filter(([name, value]) => name === "href" && !/^(https:\/\/|#)/.test(value))).toEqual([]);
    expect(html).not.toMatch(/url\(|@import/);
  });

  it("has headings, contents, lists, tables with a head and pictures with a description", () => {
    expect(words("h1")).toHaveLength(1);
    expect(words("h2")).toEqual(
      expect.arrayContaining(["Contents", "Every kind of block", "Section timeline", "Comments"]),
    );
    expect(words("h3")).toContain("Lists");
    const targets = all("nav")
      .flatMap((nav) => DomUtils.getElementsByTagName("a", nav))
      .map(({ attribs }) => attribs.href);
    expect(targets).toHaveLength(new Set(targets).size);
    for (const target of targets) expect(DomUtils.getElementById(target?.slice(1) ?? "", page), target).toBeTruthy();
    expect(all("ol").map(({ attribs }) => attribs.start)).toContain("3");
    expect(all("input").map(({ attribs }) => "checked" in attribs)).toEqual([true, false]);
    const captioned = all("table").filter((table) => DomUtils.getElementsByTagName("caption", table).length > 0);
    for (const table of captioned) expect(DomUtils.getElementsByTagName("thead", table)).toHaveLength(1);
    expect(words("caption")).toEqual(expect.arrayContaining(["Timeline", "Contributing factors", "Impact"]));
    expect(all("td").map(({ attribs }) => attribs.colspan)).toContain("2");
    expect(all("td").map(({ attribs }) => attribs.rowspan)).toContain("2");
    expect(all("img").map(({ attribs }) => attribs.alt)).toEqual(["Error rate over time"]);
    expect(words("p")).toContain("Picture: Left out");
  });

  it("shows hostile text as it was written, without what no page can contain", () => {
    const { controls, ...written } = HOSTILE;
    for (const text of Object.values(written)) expect(words("p"), text).toContain(text);
    expect(words("p")).toContain("before\ufffdafter");
    expect(controls).not.toBe("before\ufffdafter");
  });

  it("has every event, and each comment where it belongs", () => {
    expect(words("td").filter((cell) => /^Event \d+ /.test(cell))).toHaveLength(300);
    const comments = all("ol").filter(({ attribs }) => attribs.class === "comments");
    expect(comments.map((list) => DomUtils.textContent(list)).join()).toMatch(
      /\[1\] here.*Ben Okoro.*\[2\] removed words Resolved/s,
    );
    expect(DomUtils.getElementById("from-1", page)).toBeTruthy();
    expect(DomUtils.getElementById("from-2", page)).toBeNull();
  });

  it("reads from right to left where the text does", () => {
    expect(all("p").every(({ attribs }) => attribs.dir === "auto" || attribs.class === "note")).toBe(true);
    const paragraph = (words: string): Block => ({ kind: "paragraph", content: [plainWords(words)] });
    const list = (...blocks: Block[]): Block => ({
      ...{ kind: "list", isOrdered: false, start: 1 },
      items: [{ isChecked: null, blocks }],
    });
    const title = [plainWords("פרטים")];
    const told: Block[] = [
      list(paragraph("14:05 פריט")),
      list(paragraph("ראשון"), list(paragraph("second"))),
      list(paragraph("First"), list(paragraph("שני"))),
      { kind: "quote", blocks: [paragraph("ציטוט"), paragraph("Quote")] },
      { kind: "callout", tone: "tip", blocks: [list(paragraph("اقتباس"))] },
      { kind: "fold", title, blocks: [paragraph("Details")] },
      { kind: "quote", blocks: [{ kind: "code", language: null, text: "שלום" }] },
    ];
    const sided = parseDocument(reviewHtml({ ...printReview(emptyReview()), blocks: told }));
    const sides = (...names: string[]) =>
      names.flatMap((name) => all(name, sided).map(({ attribs }) => `${name} ${attribs.dir}`));
    expect(sides("ul", "blockquote", "aside", "details")).toEqual([
      ...["ul rtl", "ul rtl", "ul ltr", "ul ltr", "ul rtl", "ul rtl"],
      ...["blockquote rtl", "blockquote ltr", "aside rtl", "details rtl"],
    ]);
  });

  it("is a page with a title for a review without text", () => {
    const empty = parseDocument(reviewHtml(printReview(emptyReview())));
    expect(all("h1", empty)).toHaveLength(1);
    expect(all("nav", empty)).toEqual([]);
  });

  it("underlines and strikes what is proposed, with its author", () => {
    const file = reviewHtml(printReview(reviewWithSuggestions()));
    const told = parseDocument(file);
    const [ins, del] = [all("ins", told)[0], all("del", told)[0]];
    expect([ins, del].map((one) => one && DomUtils.textContent(one))).toEqual(["cluster", "server"]);
    expect(ins?.attribs.datetime).toBe("2026-03-11T09:00:00.000Z");
    const author = `Ana Silva ${HOSTILE.html}`;
    expect(all("sup", told).map((one) => DomUtils.textContent(one))).toEqual([author, author]);
    expect(DomUtils.textContent(told)).toContain(`Proposed: remove this (${author})`);
    expect(all("script", told)).toEqual([]);
  });
});
