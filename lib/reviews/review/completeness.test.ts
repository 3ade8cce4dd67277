import { describe, expect, it } from "vitest";
import type { LiveBlockKind } from "#lib/base/vocabulary/review.ts";
import type { DocumentNode } from "#lib/document/document-json.ts";
import type { TemplateSection } from "#lib/reviews/template/template.ts";
import { ALL_SECTIONS } from "#lib/reviews/template/testing/built-in.ts";
import { type BlockSort, type Completeness, completenessOf, countWritten, sectionStates } from "./completeness.ts";
import { draftBlock } from "./draft/draft.ts";

const without = { template: ALL_SECTIONS, hasFactors: false, hasLearnings: false };
const withFactors = { ...without, hasFactors: true };
const states = (content: DocumentNode[], facts: typeof without) =>
  sectionStates({ type: "doc", content }, facts).map(({ key, state }) => [key, state]);

describe("a section", () => {
  it.each<[string, BlockSort[], Completeness]>([
    ["summary", ["generated"], "generated"],
    ["summary", ["own"], "written"],
    ["summary", ["generated", "own"], "part"],
    ["summary", ["questions"], "empty"],
    ["summary", [], "empty"],
    ["key_times", ["live"], "facts"],
    ["timeline", ["live", "own"], "written"],
    ["impact", ["live"], "facts"],
    ["impact", ["live", "questions"], "facts"],
    ["impact", ["live", "generated"], "generated"],
    ["impact", ["live", "generated", "own"], "part"],
    ["factors", ["live", "questions"], "empty"],
    ["factors", ["live", "own"], "written"],
    ["actions", ["live", "questions"], "facts"],
    ["went_well", ["questions", "own"], "written"],
    ["a heading of somebody's own", ["own"], "written"],
    ["a heading of somebody's own", [], "empty"],
  ])("%s with %j is %s", (key, blocks, state) => {
    expect(completenessOf(key, new Set(blocks), without)).toBe(state);
  });

  it.each<[string, BlockSort[], Completeness]>([
    ["factors", ["live"], "facts"],
    ["factors", ["live", "questions"], "facts"],
    ["factors", ["live", "own"], "written"],
    ["factors", ["live", "generated"], "generated"],
    ["factors", ["live", "generated", "own"], "part"],
    ["factors", ["questions"], "empty"],
    ["factors", ["generated"], "generated"],
    ["factors", [], "empty"],
    ["actions", ["live", "questions"], "facts"],
    ["impact", ["live", "generated"], "generated"],
    ["went_well", ["questions"], "empty"],
  ])("of a review with factors: %s with %j is %s", (key, blocks, state) => {
    expect(completenessOf(key, new Set(blocks), withFactors)).toBe(state);
  });
});

describe("a section with a block of learnings", () => {
  const lessons = (key: string, live: LiveBlockKind[], questions: string[] = []): TemplateSection => ({
    ...{ key, title: key, questions, facts: [], live, requiredAt: "in_review" },
  });
  const template = [
    lessons("asked", ["learnings"], ["What went well?"]),
    lessons("bare", ["learnings"]),
    lessons("both", ["factors", "learnings"]),
    lessons("times", ["keyTimes"]),
  ];
  const none = { ...without, template };

  it.each<[string, Partial<typeof none>, Completeness]>([
    ["asked", {}, "empty"],
    ["asked", { hasLearnings: true }, "facts"],
    ["asked", { hasFactors: true }, "empty"],
    ["bare", {}, "empty"],
    ["bare", { hasLearnings: true }, "facts"],
    ["both", {}, "empty"],
    ["both", { hasFactors: true }, "facts"],
    ["both", { hasLearnings: true }, "facts"],
    ["times", {}, "facts"],
  ])("%s, of a review with %j, is %s", (key, facts, state) => {
    expect(completenessOf(key, new Set<BlockSort>(["live"]), { ...none, ...facts })).toBe(state);
  });
});

it("counts what people wrote or accepted, and leaves facts out", () => {
  expect(countWritten(["written", "generated", "facts", "part", "empty", "facts"])).toEqual({
    written: 1,
    toWrite: 4,
    toRead: 2,
    facts: 2,
  });
});

it("returns the state of each section of a text, in its order", () => {
  const heading = (sectionKey: string) => ({ type: "heading", attrs: { level: 2, sectionKey } });
  const paragraph = (text: string) => ({ type: "paragraph", content: [{ type: "text", text }] });
  const live = { type: "liveBlock", attrs: { kind: "timeline", ref: "INC-1" } };
  const edited = { ...draftBlock("impact", [paragraph("Half.")]), content: [paragraph("All.")] };
  const content = [
    paragraph("Before the first section."),
    heading("summary"),
    draftBlock("summary", [paragraph("It broke.")]),
    heading("impact"),
    edited,
    heading("detection"),
    draftBlock("detection", [paragraph("An alert.")]),
    paragraph("Of ours."),
    heading("timeline"),
    live,
    heading("lessons"),
    { type: "guidance", attrs: { sectionKey: "lessons" } },
    { type: "paragraph" },
  ];
  expect(states(content, without)).toEqual([
    ["summary", "generated"],
    ["impact", "written"],
    ["detection", "part"],
    ["timeline", "facts"],
    ["lessons", "empty"],
  ]);
  const factors = [heading("factors"), live, { type: "guidance", attrs: { sectionKey: "factors" } }];
  expect(states(factors, without)).toEqual([["factors", "empty"]]);
  expect(states(factors, withFactors)).toEqual([["factors", "facts"]]);
});
