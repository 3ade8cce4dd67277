import { describe, expect, it, test } from "vitest";
import { differenceWords } from "./difference-words.ts";
import { sectionDifferences } from "./differences.ts";
import { effectiveSections } from "./effective.ts";
import { mayBeAiDrafted, originOf, suggestTemplate, type TemplateSection } from "./template.ts";
import { builtIn } from "./testing/built-in.ts";

const section = (key: string, change: Partial<TemplateSection> = {}): TemplateSection => ({
  ...{ key, title: key, questions: ["How?"], facts: [], live: [], requiredAt: null },
  ...change,
});
const on = (question: string) => ({ question, when: "severe" as const });
const keys = (sections: readonly TemplateSection[]) => sections.map(({ key, title }) => [key, title]);

test.each([
  ["incident", 1, "major"],
  ["incident", 2, "standard"],
  ["incident", 3, "quick"],
  ["incident", 4, "quick"],
  ["drill", 1, "quick"],
  ["near_miss", 2, "quick"],
  ["incident", 9, "quick"],
] as const)("a %s of SEV%i suggests %s", (kind, severity, slug) => {
  expect(suggestTemplate(kind, severity)).toBe(slug);
});

test.each<[string, Partial<TemplateSection>, string]>([
  ["facts", { facts: ["summary"], live: ["impact"] }, "D"],
  ["only a live block", { live: ["roles"], questions: [] }, "A"],
  ["a live block with questions", { live: ["factors"] }, "H"],
  ["questions", {}, "H"],
  ["nothing", { questions: [] }, "H"],
])("a section with %s comes from %j: %s", (_what, change, origin) => {
  expect(originOf(section("one", change))).toBe(origin);
});

test.each([
  ["summary", [], true],
  ["impact", ["impact"], true],
  ["header", [], false],
  ["factors", [], false],
  ["luck", [], false],
  ["where_luck_helped", [], false],
  ["surprises", [], false],
  ["lessons", [], false],
  ["lessons_learned_2", [], false],
  ["learnings", [], false],
  ["refactoring", [], true],
  ["causes", ["factors"], false],
  ["what_we_know", ["learnings"], false],
] as const)("the section %s with %j may be drafted by AI: %s", (key, live, isAllowed) => {
  expect(mayBeAiDrafted({ key, live: [...live] })).toBe(isAllowed);
});

test("a section that AI may draft, or no longer, is a difference", () => {
  const [plain, drafted] = [section("a"), section("a", { aiDraft: true })];
  const words = (before: TemplateSection, after: TemplateSection) =>
    sectionDifferences([before], [after]).map(differenceWords);
  expect(words(plain, drafted)).toEqual([["can be drafted by AI"]]);
  expect(words(drafted, plain)).toEqual([["is no longer drafted by AI"]]);
  expect(words(drafted, { ...drafted })).toEqual([]);
});

test("leaving out and conditions are differences", () => {
  const required = section("a", { requiredAt: "published" });
  const words = (before: TemplateSection, after: TemplateSection) =>
    sectionDifferences([before], [after]).map(differenceWords);
  expect(words(required, { ...required, leaveOut: true })).toEqual([["can be left out with a reason"]]);
  expect(words({ ...required, leaveOut: true }, required)).toEqual([["can no longer be left out"]]);
  const severe = section("a", { askedIf: [{ question: "How?", when: "severe" }] });
  expect(words(section("a"), severe)).toEqual([["asks under different conditions"]]);
  expect(words(severe, { ...severe })).toEqual([]);
  const optional = { ...required, leaveOut: true as const };
  expect(words(optional, section("a"))).toEqual([["is no longer required"]]);
  expect(differenceWords({ key: "a", before: null, after: optional }).at(-1)).toBe("can be left out with a reason");
  const more = { ...severe, questions: ["How?", "When?"], askedIf: [...(severe.askedIf ?? []), on("When?")] };
  expect(words(severe, more)).toEqual([["asks 1 more question"]]);
  expect(words(more, severe)).toEqual([["asks 1 fewer question"]]);
});

test("the order of conditions and of their fields makes no difference", () => {
  const first = section("a", { questions: ["How?", "When?"], askedIf: [on("How?"), on("When?")] });
  const turned = [on("When?"), on("How?")].map(({ question, when }) => ({ when, question }));
  expect(sectionDifferences([first], [{ ...first, askedIf: turned }])).toEqual([]);
  const other = [on("How?"), { question: "When?", when: "near_miss" as const }];
  expect(sectionDifferences([first], [{ ...first, askedIf: other }]).map(differenceWords)).toEqual([
    ["asks under different conditions"],
  ]);
});

describe("the sections of a review", () => {
  const versions = new Map([
    [1, [section("a"), section("b"), section("c")]],
    [2, [section("a"), section("n"), section("b", { title: "B two" })]],
  ]);

  it("come from its version if there are no decisions", () => {
    expect(effectiveSections(versions, 1, [])).toEqual(versions.get(1));
  });

  it("contain what was taken up: a new section in its place, a changed one, and one less", () => {
    const taken = ["n", "b", "c"].map((one) => ({ section: one, number: 2, decidedFor: 2 }));
    expect(keys(effectiveSections(versions, 1, taken))).toEqual([
      ["a", "a"],
      ["n", "n"],
      ["b", "B two"],
    ]);
  });

  it("stay as they are where people kept them", () => {
    const kept = ["n", "b", "c"].map((one) => ({ section: one, number: 1, decidedFor: 2 }));
    expect(effectiveSections(versions, 1, kept)).toEqual(versions.get(1));
  });

  it("start with a new section that has none before it", () => {
    const first = new Map([...versions, [2, [section("n"), section("a")]]]);
    const taken = [{ section: "n", number: 2, decidedFor: 2 }];
    expect(effectiveSections(first, 1, taken)[0]?.key).toBe("n");
  });
});

describe("differences", () => {
  it("name what is new, what changed and what is gone, and nothing that only moved", () => {
    const before = [section("a"), section("b"), section("c"), section("d")];
    const after = [section("d"), section("a", { questions: ["How?", "When?"] }), section("n"), section("b")];
    expect(sectionDifferences(before, after).map((one) => [one.key, one.before?.key, one.after?.key])).toEqual([
      ["a", "a", "a"],
      ["n", undefined, "n"],
      ["c", "c", undefined],
    ]);
  });

  it.each<Partial<TemplateSection>>([
    { title: "Other" },
    { questions: [] },
    { facts: ["summary"] },
    { live: ["roles"] },
    { requiredAt: "reviewed" },
  ])("see a change of %j", (change) => {
    expect(sectionDifferences([section("a")], [section("a", change)])).toHaveLength(1);
  });

  it("are none between equal sections whose fields have another order", () => {
    const [first] = builtIn("major").sections;
    const turned = Object.fromEntries(Object.entries(first ?? {}).reverse()) as unknown as TemplateSection;
    expect(sectionDifferences(first ? [first] : [], [turned])).toEqual([]);
  });
});

test("the template for regulators has its three reports, each with a gate, and isn't legal advice", () => {
  const { sections, use, tasks } = builtIn("regulator");
  const reports = sections.filter(({ key }) => key.endsWith("_report"));
  expect(reports.map(({ key, requiredAt }) => [key, requiredAt])).toEqual([
    ["initial_report", "in_review"],
    ["intermediate_report", "reviewed"],
    ["final_report", "published"],
  ]);
  expect(use).toContain("not legal advice");
  expect(tasks).toHaveLength(3);
});

test.each<[Partial<TemplateSection> | null, Partial<TemplateSection> | null, string[]]>([
  [
    null,
    { questions: ["How?", "When?"], requiredAt: "published" },
    ["is new", "asks 2 questions", "is required before Published"],
  ],
  [null, { questions: [] }, ["is new"]],
  [{}, null, ["is no longer in the template"]],
  [{}, { title: "New" }, ["was called “one”"]],
  [{}, { questions: ["How?", "When?"] }, ["asks 1 more question"]],
  [{}, { questions: [] }, ["asks 1 fewer question"]],
  [{}, { questions: ["When?"] }, ["has different questions"]],
  [{}, { facts: ["summary"], live: ["roles"] }, ["uses different facts", "has different live blocks"]],
  [{}, { requiredAt: "reviewed" }, ["is required before Reviewed"]],
  [{ requiredAt: "reviewed" }, {}, ["is no longer required"]],
])("a section that was %j and is %j: %j", (before, after, words) => {
  const one = (change: Partial<TemplateSection> | null) => change && section("one", change);
  expect(differenceWords({ key: "one", before: one(before), after: one(after) })).toEqual(words);
});
