import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { QUESTION_CONDITIONS, type QuestionCondition } from "#lib/base/vocabulary/template.ts";
import { TemplateContent } from "#lib/contract/template.ts";
import { askedSections, askIf, asksOn, type QuestionFacts, replaceQuestion } from "./questions.ts";
import type { TemplateSection } from "./template.ts";
import { builtIn } from "./testing/built-in.ts";

const section = (change: Partial<TemplateSection> = {}): TemplateSection => ({
  ...{ key: "detection", title: "Detection", questions: ["How?", "Who?"], facts: [], live: [], requiredAt: null },
  ...change,
});
const facts = (change: Partial<QuestionFacts> = {}): QuestionFacts => ({
  ...{ kind: "incident", highestSeverity: 3, milestones: [], notApplicable: [], customersFirst: false },
  ...change,
});

describe("a question on a condition", () => {
  const without = facts({ milestones: ["first_public_update"] });
  test.each<[QuestionCondition, Partial<QuestionFacts>, QuestionFacts]>([
    ["customers_first", { customersFirst: true }, without],
    ["severe", { highestSeverity: 2 }, without],
    ["severe", { highestSeverity: 1 }, without],
    ["near_miss", { kind: "near_miss" }, without],
    ["trigger_known", { milestones: ["detected", "trigger_change"] }, without],
    ["customers_told", { milestones: ["first_public_update"] }, facts()],
    ["customers_not_told", { milestones: ["detected"] }, without],
    ["customers_not_told", { notApplicable: ["paged"] }, facts({ notApplicable: ["first_public_update"] })],
  ])("%s is asked with %j only", (when, change, otherwise) => {
    const sections = [section({ askedIf: [{ question: "Who?", when }] })];
    const asked = (known: QuestionFacts) => askedSections(sections, known)[0]?.questions;
    expect(asked(facts(change))).toEqual(["How?", "Who?"]);
    expect(asked(otherwise)).toEqual(["How?"]);
    expect(asksOn(sections, when)).toBe(true);
  });

  it("goes with its question when that is changed or removed, and is one for each", () => {
    const first = { ...section(), ...askIf(section(), "Who?", "severe") };
    expect(replaceQuestion(first, "Who?", "Whom?")).toEqual({
      questions: ["How?", "Whom?"],
      askedIf: [{ question: "Whom?", when: "severe" }],
    });
    expect(replaceQuestion(first, "Who?", null)).toEqual({ questions: ["How?"], askedIf: undefined });
    expect(askIf(first, "Who?", "near_miss")).toEqual({ askedIf: [{ question: "Who?", when: "near_miss" }] });
    expect(askIf(first, "Who?", null)).toEqual({ askedIf: undefined });
  });

  it("stays valid whatever is edited", () => {
    const question = fc.constantFrom("How?", "Who?", "When?", "Why?");
    const edit = fc.oneof(
      fc.tuple(fc.constant("ask" as const), question, fc.option(fc.constantFrom(...QUESTION_CONDITIONS))),
      fc.tuple(fc.constant("rename" as const), question, fc.option(fc.constantFrom("New?", "Other?"))),
    );
    fc.assert(
      fc.property(fc.array(edit, { maxLength: 12 }), (edits) => {
        let now = section();
        for (const [what, of, to] of edits) {
          if (!now.questions.includes(of) || (what === "rename" && to !== null && now.questions.includes(to))) continue;
          now = { ...now, ...(what === "ask" ? askIf(now, of, to) : replaceQuestion(now, of, to)) };
        }
        const content = { ...builtIn("quick"), sections: [now] };
        expect(TemplateContent.parse(content)).toEqual(content);
      }),
    );
  });
});

test.each([
  [{ askedIf: [{ question: "Why?", when: "severe" }] }, /doesn't ask/],
  [
    {
      askedIf: [
        { question: "Who?", when: "severe" },
        { question: "Who?", when: "near_miss" },
      ],
    },
    /two for one/,
  ],
  [{ leaveOut: true }, /isn't required/],
  [{ askedIf: [] }, /./],
] as [Partial<TemplateSection>, RegExp][])("the contract rejects %j", (change, message) => {
  const read = TemplateContent.safeParse({ ...builtIn("quick"), sections: [section(change)] });
  expect(read.error?.issues[0]?.message).toMatch(message);
});
