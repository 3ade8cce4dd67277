import type { IncidentKind } from "#lib/base/vocabulary/incident.ts";
import type { QuestionCondition } from "#lib/base/vocabulary/template.ts";
import type { MilestoneName } from "#lib/incidents/timeline/milestones/milestone-names.ts";
import type { AskedIf, TemplateSection } from "./template.ts";

/** Facts that the conditions of questions test. */
export interface QuestionFacts {
  kind: IncidentKind;
  highestSeverity: number;
  /** Milestones that have an event. */
  milestones: readonly MilestoneName[];
  /** Milestones that are marked as not applicable. */
  notApplicable: readonly MilestoneName[];
  /** Whether the timeline has a customer report before the detection. */
  customersFirst: boolean;
}

const HOLDS: Record<QuestionCondition, (facts: QuestionFacts) => boolean> = {
  customers_first: ({ customersFirst }) => customersFirst,
  severe: ({ highestSeverity }) => highestSeverity <= 2,
  near_miss: ({ kind }) => kind === "near_miss",
  trigger_known: ({ milestones }) => milestones.includes("trigger_change"),
  customers_told: ({ milestones }) => milestones.includes("first_public_update"),
  customers_not_told: ({ milestones, notApplicable }) =>
    ![...milestones, ...notApplicable].includes("first_public_update"),
};

/** Returns the sections with the questions that these facts ask for, in their order. */
export const askedSections = (sections: readonly TemplateSection[], facts: QuestionFacts): TemplateSection[] =>
  sections.map(({ askedIf, ...section }) => {
    if (!askedIf) return section;
    const isAsked = (question: string) => askedIf.every((one) => one.question !== question || HOLDS[one.when](facts));
    return { ...section, questions: section.questions.filter(isAsked) };
  });

/** Returns whether one of the sections has a question with a condition. */
export const asksOn = (sections: readonly TemplateSection[], condition: QuestionCondition): boolean =>
  sections.some(({ askedIf }) => askedIf?.some(({ when }) => when === condition));

/** Returns the conditions as lines to compare, in an order of their own. */
export const sortedConditions = ({ askedIf }: Pick<TemplateSection, "askedIf">): string[] =>
  (askedIf ?? []).map(({ question, when }) => `${when} ${question}`).toSorted();

type Questions = Required<Pick<TemplateSection, "questions">> & Pick<TemplateSection, "askedIf">;

const orNone = (askedIf: AskedIf[]) => (askedIf.length === 0 ? undefined : askedIf);

/** Returns the questions with one changed, or removed if `text` is null. Its condition goes with it. */
export function replaceQuestion({ questions, askedIf }: Questions, question: string, text: string | null): Questions {
  const renamed = (one: string) => (one !== question ? [one] : text === null ? [] : [text]);
  return {
    questions: questions.flatMap(renamed),
    askedIf: orNone((askedIf ?? []).flatMap((one) => renamed(one.question).map((now) => ({ ...one, question: now })))),
  };
}

/** Returns the conditions with that of one question changed. Null: it's always asked. */
export const askIf = (
  { askedIf }: Pick<TemplateSection, "askedIf">,
  question: string,
  when: QuestionCondition | null,
): Pick<TemplateSection, "askedIf"> => ({
  askedIf: orNone([
    ...(askedIf ?? []).filter((one) => one.question !== question),
    ...(when === null ? [] : [{ question, when }]),
  ]),
});
