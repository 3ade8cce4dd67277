import { getDocumentProxy } from "unpdf";
import { beforeAll, describe, expect, it } from "vitest";
import { printReview } from "../../printed/print-review.ts";
import {
  emptyReview,
  HOSTILE,
  hostileReview,
  paragraph,
  reviewWithSuggestions,
  text,
} from "../../testing/hostile-review.ts";
import { reviewPdf } from "./pdf.ts";

type Pdf = Awaited<ReturnType<typeof getDocumentProxy>>;
type Review = ReturnType<typeof hostileReview>;

const write = async (review: Review): Promise<Pdf> => getDocumentProxy(await reviewPdf(printReview(review), null));

async function pagesOf(pdf: Pdf): Promise<string[]> {
  const pages: string[] = [];
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const { items } = await (await pdf.getPage(number)).getTextContent();
    pages.push(items.map((item) => ("str" in item ? `${item.str}${item.hasEOL ? "\n" : ""}` : "")).join(""));
  }
  return pages;
}

/** Lines are broken where the page ends, so white space isn't compared. */
const tight = (words: string) => words.replace(/\s/g, "");

interface Tagged {
  role?: string;
  alt?: string;
  children?: Tagged[];
}

async function tagsOf(pdf: Pdf): Promise<Tagged[]> {
  const below = (node: Tagged): Tagged[] => [node, ...(node.children ?? []).flatMap(below)];
  const trees: Tagged[] = [];
  for (let number = 1; number <= pdf.numPages; number += 1)
    trees.push((await (await pdf.getPage(number)).getStructTree()) as Tagged);
  return trees.flatMap(below);
}

describe("a review as PDF", () => {
  let pdf: Pdf;
  let pages: string[];
  beforeAll(async () => {
    pdf = await write(hostileReview());
    pages = await pagesOf(pdf);
  });

  it("is tagged, with its language, title, headings, lists, tables and described pictures", async () => {
    expect(await pdf.getMarkInfo()).toMatchObject({ Marked: true });
    expect((await pdf.getMetadata()).info).toMatchObject({ Title: hostileReview().title, Language: "en-GB" });
    const tags = await tagsOf(pdf);
    const roles = new Set(tags.map(({ role }) => role));
    for (const role of ["H1", "H2", "L", "LI", "Table", "TH", "TD", "BlockQuote", "Figure", "Link", "TOC"])
      expect(roles, role).toContain(role);
    expect(tags.filter(({ role }) => role === "Figure").map(({ alt }) => alt)).toContain("Error rate over time");
  });

  it("has an outline, contents, and pages with numbers", async () => {
    const outline = await pdf.getOutline();
    expect(outline.map(({ title }) => title)).toEqual(
      expect.arrayContaining(["Every kind of block", "Section timeline", "Comments"]),
    );
    expect(outline[0]?.items.map(({ title }) => title)).toEqual(["Lists"]);
    expect(await pdf.getPageLabels()).toEqual(pages.map((_, at) => String(at + 1)));
    expect(pages[0]).toMatch(/Contents/);
    expect(pages.length).toBeGreaterThan(5);
    for (const [at, page] of pages.entries()) expect(page).toMatch(new RegExp(`${at + 1} of ${pages.length}\\s*$`));
  });

  it("has every event, with the head of the table on each of its pages", () => {
    const events = pages.filter((page) => /Event \d+ <script>/.test(page));
    expect(events.length).toBeGreaterThan(3);
    for (const page of events) expect(page).toMatch(/No\. +Time +Event|No\.\s*Time\s*Event/);
    expect(pages.join("").match(/Event \d+ <script>/g)).toHaveLength(300);
  });

  it("shows hostile text as it was written, and runs none of it", () => {
    const all = tight(pages.join(""));
    for (const name of ["typst", "html", "long", "url"] as const) expect(all, name).toContain(tight(HOSTILE[name]));
    expect(all).toContain("before\ufffdafter");
    expect(all).toContain("family");
    for (const part of ["then English 14:05 UTC", "[1] here", "[2] removed words (resolved)"])
      expect(all, part).toContain(tight(part));
  });

  it("reports letters for which it has no font, and only then", async () => {
    expect(pages[0]).toContain("Some letters in this review are missing here");
    const latin = {
      json: { type: "doc" as const, content: [paragraph("Ærlig café Łódź Αθήνα Москва שלום مرحبا 🔥 → ≤ ½")] },
    };
    const [page] = await pagesOf(await write({ ...emptyReview(), ...latin, title: "Plain" }));
    expect(page).not.toContain("missing here");
    expect(page).toContain("Ærlig café Łódź Αθήνα Москва");
  });

  it("prints a table whose cells don't fit together", async () => {
    const cell = (words: string, colspan: number, rowspan: number) => ({
      ...{ type: "tableCell", attrs: { colspan, rowspan } },
      content: [paragraph(text(words))],
    });
    const row = (...content: ReturnType<typeof cell>[]) => ({ type: "tableRow", content });
    const table = {
      type: "table",
      content: [row(cell("tall", 1, 9), cell("wide", 3, 2)), row(cell("late", 2, 1)), row(cell("over", 4, 1)), row()],
    };
    const json = { type: "doc" as const, content: [table] };
    const [page] = await pagesOf(await write({ ...emptyReview(), json }));
    for (const words of ["tall", "wide", "late", "over"]) expect(page).toContain(words);
  });

  it("is a page for a review without text", async () => {
    const [page, ...more] = await pagesOf(await write(emptyReview()));
    expect(page).toContain("REV-1, review of INC-1 (template: Quick)");
    expect(more).toEqual([]);
  });

  it("shows what is proposed, with its author", async () => {
    const [page = ""] = await pagesOf(await write(reviewWithSuggestions()));
    const author = tight(`Ana Silva ${HOSTILE.html}`);
    expect(tight(page)).toContain(`Thecacheserver${author}cluster${author}failed.`);
    expect(tight(page)).toContain(`Proposed:removethis(${author})`);
  });
});
