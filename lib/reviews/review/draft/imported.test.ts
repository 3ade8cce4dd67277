import { describe, expect, it } from "vitest";
import type { DocumentNode } from "#lib/document/document-json.ts";
import { ALL_SECTIONS, builtIn } from "#lib/reviews/template/testing/built-in.ts";
import { importedText } from "./imported.ts";
import { matchSections } from "./match-sections.ts";

const heading = (text: string, level = 2): DocumentNode => ({
  type: "heading",
  attrs: { level },
  content: [{ type: "text", text }],
});
const paragraph = (text: string): DocumentNode => ({ type: "paragraph", content: [{ type: "text", text }] });

const keysOf = (...titles: string[]) =>
  matchSections(
    ALL_SECTIONS,
    titles.map((title) => heading(title)),
  ).sections.map(({ section }) => section?.key ?? null);

describe("headings of write-ups", () => {
  it.each([
    ["Executive summary", "summary"],
    ["## 3. Customer Impact:", "impact"],
    ["🕑 Timeline of events", "timeline"],
    ["How did we detect it?", "detection"],
    ["Root cause analysis", "factors"],
    ["What went wrong", "was_hard"],
    ["Where we got lucky", "luck"],
    ["Follow-ups", "actions"],
    ["Lessons learned", "lessons"],
    ["What was impacted", "impact"],
    ["Timeline (all times in UTC)", "timeline"],
    ["Timeline - May 29, 2021", "timeline"],
    ["Timeline 2021-05-29 to 2021-05-30", "timeline"],
    ["Root cause of the outage", "factors"],
    ["Five Why's", "factors"],
    ["What we're doing about it", "actions"],
    ["What is being done to prevent future incidents?", "actions"],
    [":ballot_box: Follow-up tasks", "actions"],
    ["Looking Forward:", "actions"],
    ["The timeline service", null],
    ["Timeline of the new service", null],
    ["What we are building next", null],
    ["Root cause of the slow dashboards", null],
    ["Impact of the new cache on costs", null],
    ["", null],
  ])("name a section, or keep their own: %s", (title, key) => {
    expect(keysOf(title)).toEqual([key]);
  });

  it("name each section once, the exact title before others", () => {
    expect(keysOf("Root cause", "Contributing factors", "Causes")).toEqual([null, "factors", null]);
    expect(keysOf("Root cause", "Causes")).toEqual(["factors", null]);
  });

  it("are lines that name a section, in a text that has no others", () => {
    const bold: DocumentNode = { type: "text", text: "Root cause:", marks: [{ type: "bold" }] };
    const text = [
      paragraph("What went well?"),
      paragraph("Impact was low."),
      { type: "paragraph", content: [bold] },
      { type: "paragraph", content: [bold, { type: "text", text: " a full disk" }] },
    ];
    const found = (nodes: DocumentNode[]) =>
      matchSections(ALL_SECTIONS, nodes).sections.map(({ heading: title, section }) => [title, section?.key]);
    expect(found(text)).toEqual([
      ["What went well?", "went_well"],
      ["Root cause:", "factors"],
    ]);
    expect(found([heading("The cache"), ...text])).toEqual([["The cache", undefined]]);
  });

  it("name no section that the template doesn't have", () => {
    const { sections } = matchSections(builtIn("quick").sections, [heading("Lessons learned")]);
    expect(sections).toEqual([{ heading: "Lessons learned", section: null }]);
  });
});

describe("an imported text", () => {
  const blocks = [
    paragraph("Written by two people"),
    heading("Timeline", 1),
    paragraph("10:31 it broke"),
    heading("Details", 3),
    heading("The cache", 1),
    heading("Summary", 1),
    paragraph("It broke"),
  ];
  const written = () => importedText(builtIn("quick").sections, blocks, "INC-7");

  it("keeps the order of the write-up and adds what the template has too", () => {
    const text = written();
    const heads = text
      .filter(({ type }) => type === "heading")
      .map(({ attrs, content }) => [attrs?.level, content?.[0]?.text]);
    expect(text[0]).toEqual({ type: "liveBlock", attrs: { kind: "header", ref: "INC-7" } });
    expect(text[1]).toEqual(paragraph("Written by two people"));
    const own = heads.filter(([, title]) => ["Timeline", "Details", "The cache", "Summary"].includes(String(title)));
    expect(own).toEqual([
      [2, "Timeline"],
      [4, "Details"],
      [2, "The cache"],
      [2, "Summary"],
    ]);
    expect(heads.map(([, title]) => title)).toContain("Action items");
  });

  it("starts sections with their records", () => {
    const text = written();
    const at = text.findIndex(({ attrs }) => attrs?.sectionKey === "timeline");
    expect(text.slice(at, at + 3)).toEqual([
      { ...heading("Timeline"), attrs: { level: 2, sectionKey: "timeline" } },
      { type: "liveBlock", attrs: { kind: "timeline", ref: "INC-7" } },
      paragraph("10:31 it broke"),
    ]);
  });
});
