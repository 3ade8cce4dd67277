import type { NormalizedEvent, ParseResult } from "#importers/base/importer.ts";
import { milestonesOf } from "#importers/open/milestones-of.ts";
import { TRUTH_MILESTONES, type Truth, type TruthEvent, type TruthMilestone } from "./truth.ts";

export interface EventScore {
  expected: number;
  found: number;
  missed: TruthEvent[];
  /** Found at another instant, so it is in both `missed` and `extra`. */
  wrongInstant: number;
  /** Events with an instant that isn't expected. */
  extra: NormalizedEvent[];
}

export interface MilestoneScore {
  right: TruthMilestone[];
  wrong: TruthMilestone[];
  invented: TruthMilestone[];
  missed: TruthMilestone[];
}

const plain = (text: string) => text.replace(/[^\p{L}\p{N}]+/gu, "").toLowerCase();
const isAlike = (a: string, b: string) => {
  const [left, right] = [plain(a).slice(0, 40), plain(b).slice(0, 40)];
  return left !== "" && right !== "" && (plain(a).includes(right) || plain(b).includes(left));
};

/** A person who wrote whole seconds left out the decimals of a stamp. */
function isAt(found: string | null, expected: string): boolean {
  const [one, other] = [Date.parse(found ?? ""), Date.parse(expected)];
  return one === other || (!/:\d\d\.\d/.test(expected) && Math.floor(one / SECOND) === Math.floor(other / SECOND));
}
const SECOND = 1000;

/** Each expected event takes one of the same instant; of those left over, alike words at another instant are told apart. */
export function compareEvents({ events }: Pick<ParseResult, "events">, truth: Truth): EventScore {
  const left = events.filter((event) => event.at !== null);
  const missed = truth.events.filter((expected) => {
    const same = left.filter((event) => isAt(event.at, expected.at));
    const taken = same.find((event) => isAlike(event.title, expected.text)) ?? same[0];
    if (taken) left.splice(left.indexOf(taken), 1);
    return !taken;
  });
  const wrongInstant = missed.filter((expected) => left.some((event) => isAlike(event.title, expected.text))).length;
  const expected = truth.events.length;
  return { expected, found: expected - missed.length, missed, wrongInstant, extra: left };
}

/** Compares the suggestions from the events alone with what the text states. */
export function compareMilestones({ events }: Pick<ParseResult, "events">, truth: Truth): MilestoneScore {
  const suggested = milestonesOf(events);
  const score: MilestoneScore = { right: [], wrong: [], invented: [], missed: [] };
  for (const [stated, name] of Object.entries(TRUTH_MILESTONES) as [TruthMilestone, string][]) {
    if (!(stated in truth.milestones)) continue;
    const expected = truth.milestones[stated] ?? null;
    const suggestion = suggested.find((one) => one.name === name);
    if (!suggestion) {
      if (expected) score.missed.push(stated);
    } else if (!expected) score.invented.push(stated);
    else if (Date.parse(expected.at) === Date.parse(suggestion.at)) score.right.push(stated);
    else score.wrong.push(stated);
  }
  return score;
}

/** Counts the action items that were found, by their words. */
export function compareActions(found: readonly { title: string }[], truth: Truth): { expected: number; found: number } {
  const expected = truth.actionItems;
  return {
    expected: expected.length,
    found: expected.filter(({ text }) => found.some(({ title }) => isAlike(title, text))).length,
  };
}
