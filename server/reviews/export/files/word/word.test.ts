import { strFromU8, unzipSync } from "fflate";
import { DomUtils, parseDocument } from "htmlparser2";
import { beforeAll, describe, expect, it } from "vitest";
import { printReview } from "../../printed/print-review.ts";
import { emptyReview, HOSTILE, hostileReview, reviewWithSuggestions } from "../../testing/hostile-review.ts";
import { reviewWord } from "./word.ts";

type Xml = ReturnType<typeof parseDocument>;
type XmlElement = ReturnType<typeof DomUtils.getElementsByTagName>[number];

const parse = (xml: string) => parseDocument(xml, { xmlMode: true });
const all = (name: string, inside: Xml | XmlElement) => DomUtils.getElementsByTagName(name, inside);
/** Returns the words that a person reads: the text elements alone. */
const words = (inside: Xml | XmlElement) =>
  all("w:t", inside)
    .map((one) => DomUtils.textContent(one))
    .join("");

let parts: Record<string, string>;
let body: Xml;
const open = (bytes: Uint8Array) =>
  Object.fromEntries(Object.entries(unzipSync(bytes)).map(([name, content]) => [name, strFromU8(content)]));

beforeAll(async () => {
  parts = open(await reviewWord(printReview(hostileReview())));
  body = parse(parts["word/document.xml"] ?? "");
});

const paragraphs = (style: string) =>
  all("w:p", body)
    .filter((one) => all("w:pStyle", one).some(({ attribs }) => attribs["w:val"] === style))
    .map(words);

describe("a review as a Word document", () => {
  it("has real headings, a title and contents with an entry for each section", () => {
    expect(paragraphs("Title")).toEqual([hostileReview().title]);
    expect(paragraphs("Heading1")).toEqual(expect.arrayContaining(["Every kind of block", "Section timeline"]));
    expect(paragraphs("Heading2")).toContain("Lists");
    const contents = all("w:sdt", body).find((one) =>
      /TOC/.test(all("w:instrText", one).map(DomUtils.textContent).join()),
    );
    expect(contents && words(contents)).toContain("Section timeline");
    expect(parts["word/settings.xml"]).not.toContain("updateFields");
  });

  it("repeats the head of every table, and has each event in a row", () => {
    const tables = all("w:tbl", body);
    const heads = tables.map((table) => all("w:tr", table).map((row) => all("w:tblHeader", row).length));
    for (const rows of heads) expect(rows[0]).toBe(1);
    for (const rows of heads) expect(rows.slice(1).every((count) => count === 0)).toBe(true);
    const events = tables.find((table) => words(table).includes("Event 300"));
    expect(events && all("w:tr", events)).toHaveLength(301);
    expect(all("w:gridSpan", body).map(({ attribs }) => attribs["w:val"])).toContain("2");
    expect(all("w:vMerge", body).map(({ attribs }) => attribs["w:val"])).toContain("restart");
  });

  it("has lists with numbers of their own, and tasks with a box", () => {
    const numbering = parse(parts["word/numbering.xml"] ?? "");
    const starts = all("w:start", numbering).map(({ attribs }) => attribs["w:val"]);
    expect(starts).toContain("3");
    const listed = all("w:p", body).filter((one) => all("w:numPr", one).length > 0);
    expect(listed.map(words)).toEqual(expect.arrayContaining(["First", "Nested", "Step three"]));
    expect(all("w:ilvl", listed[1] as XmlElement)[0]?.attribs["w:val"]).toBe("1");
    expect(all("w14:checkbox", body)).toHaveLength(2);
  });

  it("describes its picture, and has its bytes", () => {
    expect(all("wp:docPr", body).map(({ attribs }) => attribs.descr)).toEqual(["Error rate over time"]);
    expect(Object.keys(parts).filter((name) => /^word\/media\/.*\.png$/.test(name))).toHaveLength(1);
  });

  it("counts its pages in the footer", () => {
    const footer = Object.entries(parts).find(([name]) => /^word\/footer\d+\.xml$/.test(name))?.[1] ?? "";
    expect(all("w:instrText", parse(footer)).map(DomUtils.textContent)).toEqual(["PAGE", "NUMPAGES"]);
  });

  it("has comments with authors at what they are about, and those without a place at the end", () => {
    const comments = all("w:comment", parse(parts["word/comments.xml"] ?? ""));
    expect(comments.map(({ attribs }) => attribs["w:author"])).toEqual(["Ben Okoro", "Ana Silva"]);
    expect(comments.map(words)).toEqual([`Why? ${HOSTILE.html}`, HOSTILE.typst]);
    const commented = all("w:p", body).filter((one) => all("w:commentRangeStart", one).length > 0);
    expect(commented.map(words)).toEqual(["Commented here and on"]);
    expect(all("w:commentRangeEnd", body)).toHaveLength(2);
    expect(paragraphs("Heading1")).toContain("Other comments");
  });

  it("shows hostile text as it was written, and has no link that runs or that Word rejects", () => {
    const lines = all("w:p", body).map(words);
    const { controls: _controls, ...written } = HOSTILE;
    for (const text of Object.values(written)) expect(lines, text).toContain(text);
    expect(lines).toContain("before\ufffdafter");
    const xml = Object.entries(parts).filter(([name]) => /\.(xml|rels)$/.test(name));
    for (const [name, part] of xml) expect(part, name).not.toMatch(/[^\P{Cc}\t\n\r]|[\ufffe\uffff]/u);
    const links = all("Relationship", parse(parts["word/_rels/document.xml.rels"] ?? ""))
      .filter(({ attribs }) => attribs.TargetMode === "External")
      .map(({ attribs }) => attribs.Target ?? "");
    expect(links.length).toBeGreaterThan(0);
    expect(links.filter((href) => !/^https:\/\/\S+$/.test(href))).toEqual([]);
    const rightToLeft = all("w:p", body).filter((one) => all("w:bidi", one).length > 0);
    expect(rightToLeft.map(words)).toEqual([HOSTILE.rightToLeft, HOSTILE.hebrew]);
  });

  it("has suggestions as tracked changes with their author and time", async () => {
    const file = open(await reviewWord(printReview(reviewWithSuggestions())));
    const proposedIn = (name: string) => all(name, parse(file["word/document.xml"] ?? ""));
    const [inserted] = proposedIn("w:ins");
    const [deleted] = proposedIn("w:del");
    const author = `Ana Silva ${HOSTILE.html}`;
    const date = "2026-03-11T09:00:00.000Z";
    expect(inserted?.attribs).toMatchObject({ "w:author": author, "w:date": date });
    expect(deleted?.attribs).toMatchObject({ "w:author": author, "w:date": date });
    expect(inserted && [words(inserted), all("w:b", inserted).length]).toEqual(["cluster", 1]);
    expect(deleted && all("w:delText", deleted).map(DomUtils.textContent)).toEqual(["server"]);
    expect(inserted?.attribs["w:id"]).not.toBe(deleted?.attribs["w:id"]);
    expect(proposedIn("w:p").map(words)).toContain(`Proposed: remove this (${author})`);
  });

  it("is a document for a review without text", async () => {
    const empty = open(await reviewWord(printReview(emptyReview())));
    expect(words(parse(empty["word/document.xml"] ?? ""))).toContain("REV-1, review of INC-1 (template: Quick)");
  });
});
