import { countWords } from "#lib/base/text/sentence.ts";
import { REVIEW_STATUS_WORDS } from "#lib/base/vocabulary/review.ts";
import type { SectionDifference } from "./differences.ts";
import { sortedConditions } from "./questions.ts";
import type { TemplateSection } from "./template.ts";

/** Only of the questions that both ask, because a new question brings its condition with it. */
function sharedConditions({ askedIf }: TemplateSection, { questions }: TemplateSection): string[] {
  return sortedConditions({ askedIf: askedIf?.filter(({ question }) => questions.includes(question)) });
}

const isSame = (before: readonly string[], after: readonly string[]) => before.join("\n") === after.join("\n");

function questionWords(before: readonly string[], after: readonly string[]): string {
  const more = after.length - before.length;
  if (more === 0) return "has different questions";
  return more > 0 ? `asks ${countWords(more, "more question")}` : `asks ${countWords(-more, "fewer question")}`;
}

function requiredWords({ requiredAt }: TemplateSection): string {
  return requiredAt === null ? "is no longer required" : `is required before ${REVIEW_STATUS_WORDS[requiredAt]}`;
}

/** Returns what changes about a section, as phrases that follow its title: "asks 1 more question". */
export function differenceWords({ before, after }: SectionDifference): string[] {
  if (!after) return ["is no longer in the template"];
  const questions = after.questions.length > 0 ? [`asks ${countWords(after.questions.length, "question")}`] : [];
  const required = after.requiredAt === null ? [] : [requiredWords(after)];
  const leftOut = after.leaveOut ? "can be left out with a reason" : "can no longer be left out";
  if (!before) return ["is new", ...questions, ...required, ...(after.leaveOut ? [leftOut] : [])];
  return [
    ...(before.title === after.title ? [] : [`was called “${before.title}”`]),
    ...(isSame(before.questions, after.questions) ? [] : [questionWords(before.questions, after.questions)]),
    ...(isSame(sharedConditions(before, after), sharedConditions(after, before))
      ? []
      : ["asks under different conditions"]),
    ...(isSame(before.facts, after.facts) ? [] : ["uses different facts"]),
    ...(isSame(before.live, after.live) ? [] : ["has different live blocks"]),
    ...(before.aiDraft === after.aiDraft
      ? []
      : [after.aiDraft ? "can be drafted by AI" : "is no longer drafted by AI"]),
    ...(before.requiredAt === after.requiredAt ? [] : [requiredWords(after)]),
    // A section that isn't required any more has nothing to be left out of.
    ...(before.leaveOut === after.leaveOut || after.requiredAt === null ? [] : [leftOut]),
  ];
}
