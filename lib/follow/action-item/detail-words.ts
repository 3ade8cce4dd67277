import type { LocalDate } from "#lib/base/time/local-date.ts";
import { EFFECT_ANSWER_WORDS, type EffectAnswer } from "#lib/base/vocabulary/action-item.ts";

interface Issue {
  ref: string;
  url: string;
}

interface Details {
  evidence: { pieces: number; points: number; shown: number };
  effectDueOn: LocalDate | null;
  effectAnswer: EffectAnswer | null;
  issues: Issue[];
  trackerUrl: string | null;
}

/** Returns how many points have evidence, as "1 of 2", or how many pieces there are where no point says what to show. */
export function evidenceWords(evidence: Details["evidence"] | undefined): string {
  if (evidence === undefined || (evidence.points === 0 && evidence.pieces === 0)) return "";
  return evidence.points === 0 ? String(evidence.pieces) : `${evidence.shown} of ${evidence.points}`;
}

/** Returns what a verified action has answered to "Did it work?", or that it is asked. */
export function effectWords(
  { effectDueOn, effectAnswer }: Pick<Details, "effectDueOn" | "effectAnswer">,
  today: LocalDate,
): string {
  if (effectDueOn !== null && effectDueOn <= today) return "Due";
  return effectAnswer === null ? "" : EFFECT_ANSWER_WORDS[effectAnswer];
}

const short = (url: string) =>
  url
    .replace(/[?#].*$/, "")
    .replace(/\/+$/, "")
    .split("/")
    .at(-1) ?? url;

/** Returns the issues of an action in trackers: the connected ones, and the link that a person entered. */
export function issuesOf(details: Pick<Details, "issues" | "trackerUrl"> | undefined): Issue[] {
  if (details === undefined) return [];
  const { issues, trackerUrl } = details;
  return trackerUrl === null || issues.some(({ url }) => url === trackerUrl)
    ? issues
    : [...issues, { ref: short(trackerUrl), url: trackerUrl }];
}
