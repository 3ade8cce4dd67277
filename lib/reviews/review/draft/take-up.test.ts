import { Node } from "@tiptap/pm/model";
import { describe, expect, it } from "vitest";
import type { DocumentJson, DocumentMark, DocumentNode } from "#lib/document/document-json.ts";
import { editorSchema } from "#lib/document/schema.ts";
import { sectionDifferences } from "#lib/reviews/template/differences.ts";
import type { TemplateSection } from "#lib/reviews/template/template.ts";
import { takeUpSections } from "./take-up.ts";

const section = (key: string, change: Partial<TemplateSection> = {}): TemplateSection => ({
  ...{ key, title: key, questions: [], facts: [], live: [], requiredAt: null },
  ...change,
});
const words = (text: string): DocumentNode => ({ type: "paragraph", content: [{ type: "text", text }] });
const heading = (sectionKey: string | null, title = sectionKey ?? ""): DocumentNode => ({
  ...{ type: "heading", attrs: { level: 2, sectionKey } },
  content: [{ type: "text", text: title }],
});
const live = (kind: string): DocumentNode => ({ type: "liveBlock", attrs: { kind, ref: "INC-1" } });
const asked = (sectionKey: string): DocumentNode => ({ type: "guidance", attrs: { sectionKey } });

function taken(content: DocumentNode[], before: TemplateSection[], after: TemplateSection[]): DocumentNode[] {
  const differences = sectionDifferences(before, after);
  const prose = new Map([["generated", [words("It broke.")]]]);
  const json: DocumentJson = { type: "doc", content };
  const next = takeUpSections(json, { differences, sections: after, prose, incidentKey: "INC-1" });
  Node.fromJSON(editorSchema(), next).check();
  return next.content ?? [];
}

describe("a new section", () => {
  const old = [section("a"), section("b")];
  const text = [live("header"), heading("a"), words("Ours."), heading("b")];

  it("follows the text of the one before it, with its live block and questions", () => {
    const added = section("n", { live: ["roles"], questions: ["Who?"] });
    expect(taken(text, old, [section("a"), added, section("b")])).toEqual([
      ...[live("header"), heading("a"), words("Ours.")],
      ...[heading("n"), live("roles"), asked("n"), { type: "paragraph" }],
      heading("b"),
    ]);
  });

  it("is the first one if none is before it, after the header", () => {
    expect(taken(text, old, [section("n"), ...old])[1]).toEqual(heading("n"));
  });

  it("has generated text where the facts have some", () => {
    const [block] = taken(text, old, [...old, section("generated", { questions: ["What?"] })]).slice(-1);
    expect(block).toMatchObject({ type: "draftBlock", attrs: { key: "generated" }, content: [words("It broke.")] });
  });

  it("is last in a text without headings, and follows what people have above their first", () => {
    expect(taken([words("Ours.")], [], [section("n")])).toEqual([words("Ours."), heading("n")]);
    expect(taken([words("Ours."), heading(null, "Mine")], [], [section("n")])).toEqual([
      ...[words("Ours."), heading("n")],
      heading(null, "Mine"),
    ]);
  });

  it("comes before a first heading of people, and smaller headings start no section", () => {
    const smaller: DocumentNode = { ...heading("b", "Smaller"), attrs: { level: 3, sectionKey: "b" } };
    expect(taken([heading("a"), smaller, words("Ours.")], [section("a")], [section("a"), section("n")])).toEqual([
      ...[heading("a"), smaller, words("Ours."), heading("n")],
    ]);
    expect(taken([heading(null, "Mine")], [], [section("n")])).toEqual([heading("n"), heading(null, "Mine")]);
  });

  it("isn't added twice", () => {
    const own = [...text, heading("n", "Ours"), words("Ours.")];
    expect(taken(own, old, [...old, section("n")])).toEqual(own);
  });
});

describe("a changed section", () => {
  const old = [section("a", { title: "Old" })];

  it("gets the new title unless people renamed it", () => {
    const after = [section("a", { title: "New" })];
    expect(taken([heading("a", "Old"), words("Ours.")], old, after)).toEqual([heading("a", "New"), words("Ours.")]);
    expect(taken([heading("a", "Ours"), words("Ours.")], old, after)).toEqual([heading("a", "Ours"), words("Ours.")]);
  });

  it("keeps a title in which people proposed, commented or formatted something", () => {
    const after = [section("a", { title: "New" })];
    const suggestion = { suggestionId: "s1" };
    const marked = (text: string, mark: DocumentMark): DocumentNode => ({ type: "text", text, marks: [mark] });
    const added = marked(" and ours", { type: "suggestInsert", attrs: suggestion });
    const heads = [
      [{ type: "text", text: "Old" }, added],
      [marked("Old", { type: "suggestDelete", attrs: suggestion })],
      [marked("Ol", { type: "comment", attrs: { threadId: "t1" } }), { type: "text", text: "d" }],
      [marked("Old", { type: "bold" })],
    ].map((content) => ({ ...heading("a"), content }));
    for (const head of heads) expect(taken([head, words("Ours.")], old, after)).toEqual([head, words("Ours.")]);
  });

  it("gets missing live blocks below those it has, before its text, and the next sections stay", () => {
    const before = [section("a", { live: ["roles"] }), section("b")];
    const after = [section("a", { live: ["roles", "timeline"], questions: ["How?"] }), section("b")];
    expect(taken([heading("a"), live("roles"), words("Ours."), heading("b"), words("More.")], before, after)).toEqual([
      ...[heading("a"), live("roles"), live("timeline"), words("Ours."), heading("b"), words("More.")],
    ]);
    expect(taken([heading("a"), heading("b"), words("More.")], before, after)).toEqual([
      ...[heading("a"), live("roles"), live("timeline"), asked("a"), heading("b"), words("More.")],
    ]);
    const noQuestions = [section("a", { live: ["timeline"] }), section("b")];
    expect(taken([heading("a"), live("roles"), heading("b")], before, noQuestions)).toEqual([
      ...[heading("a"), live("roles"), live("timeline"), heading("b")],
    ]);
  });

  it("asks its questions only while it has no text", () => {
    const after = [section("a", { title: "Old", questions: ["How?"] })];
    const head = heading("a", "Old");
    expect(taken([head, words("Ours.")], old, after)).toEqual([head, words("Ours.")]);
    expect(taken([head, live("roles"), { type: "paragraph" }], old, after)).toEqual([
      ...[head, live("roles"), asked("a"), { type: "paragraph" }],
    ]);
    expect(taken([head, asked("a")], old, after)).toEqual([head, asked("a")]);
  });

  it("gets a live block that the text doesn't have yet, before the text", () => {
    const after = [section("a", { title: "Old", live: ["roles", "impact"] })];
    const head = heading("a", "Old");
    expect(taken([head, live("impact"), words("Ours.")], old, after)).toEqual([
      ...[head, live("impact"), live("roles"), words("Ours.")],
    ]);
  });

  it("stays out of a text from which people removed it", () => {
    expect(taken([words("Ours.")], old, [section("a", { title: "New" })])).toEqual([words("Ours.")]);
  });
});

it("a section that is gone keeps its text as people's own, without its questions", () => {
  const text = [heading("a"), asked("a"), live("roles"), words("Ours."), heading("b"), asked("b")];
  expect(taken(text, [section("a"), section("b")], [section("b")])).toEqual([
    ...[heading(null, "a"), live("roles"), words("Ours."), heading("b"), asked("b")],
  ]);
});

it("a header gets its live block at the top", () => {
  const before = [section("header"), section("a")];
  expect(taken([heading("a")], before, [section("header", { live: ["header"] }), section("a")])[0]).toEqual(
    live("header"),
  );
});
