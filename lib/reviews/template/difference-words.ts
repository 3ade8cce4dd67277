import { countWords } from "#lib/base/text/sentence.ts";
import { REVIEW_STATUS_WORDS } from "#lib/base/vocabulary/review.ts";
import type { SectionDifference } from "./differences.ts";
import type { TemplateSection } from "./template.ts";

const sortedConditions = ({ askedIf }: TemplateSection) =>
  (askedIf ?? []).map(({ question, when }) => `${question} ${when}`).toSorted();

const isSame = (before: readonly string[], after: readonly string[]) => before.join("\n") === after.join("\n");

function questionWords(before: readonly string[], after: readonly string[]): string {
  const more = after.length - before.length;
  if (more === 0) return "asks other questions";
  return more > 0 ? `asks ${countWords(more, "more question")}` : `asks ${countWords(-more, "question")} fewer`;
}

function requiredWords({ requiredAt }: TemplateSection): string {
  return requiredAt === null ? "is no longer required" : `is required before ${REVIEW_STATUS_WORDS[requiredAt]}`;
}

/** Returns what changes about a section, as phrases that follow its title: "asks 1 more question". */
export function differenceWords({ before, after }: SectionDifference): string[] {
  if (!after) return ["is no longer in the template"];
  const questions = after.questions.length > 0 ? [`asks ${countWords(after.questions.length, "question")}`] : [];
  const required = after.requiredAt === null ? [] : [requiredWords(after)];
  if (!before) return ["is new", ...questions, ...required];
  return [
    ...(before.title === after.title ? [] : [`was called “${before.title}”`]),
    ...(isSame(before.questions, after.questions) ? [] : [questionWords(before.questions, after.questions)]),
    ...(isSame(sortedConditions(before), sortedConditions(after)) ? [] : ["asks on other conditions"]),
    ...(isSame(before.facts, after.facts) ? [] : ["states other facts"]),
    ...(isSame(before.live, after.live) ? [] : ["has other live blocks"]),
    ...(before.aiDraft === after.aiDraft
      ? []
      : [after.aiDraft ? "can be drafted by AI" : "is no longer drafted by AI"]),
    ...(before.requiredAt === after.requiredAt ? [] : [requiredWords(after)]),
    ...(before.leaveOut === after.leaveOut
      ? []
      : [after.leaveOut ? "can be left out with a reason" : "can no longer be left out"]),
  ];
}
