import type { EventKind } from "#lib/base/vocabulary/event-kinds.ts";
import type { MilestoneName } from "../../milestone-names.ts";
import type { ReadStory, Said } from "../by-rules.ts";
import { SIGNALS } from "../signals.ts";
import { saysAny, tells } from "../signs.ts";
import type { Found, ToldEvent } from "../told-event.ts";
import { mayBe, WEIGHED, type WeighedName } from "./candidates.ts";
import { chanceOf } from "./learn.ts";
import { marksOf } from "./marks.ts";
import { WEIGHTS } from "./weights.ts";

/** From this chance on an event is proposed. */
const SURE = 0.7;

/** An event that may be a milestone, with its marks for that one. */
export interface Candidate {
  event: ToldEvent;
  marks: readonly string[];
}

/** The events of a story that may be such a milestone; what a rule found is one of them, and marked as such. */
export function candidatesFor(
  name: WeighedName,
  { events, found }: ReadStory,
  marks: readonly ReadonlySet<string>[],
): Candidate[] {
  const one = found.get(name);
  return events.flatMap((event, place) => {
    const isFound = one?.event.id === event.id;
    if (!isFound && !mayBe(name, event)) return [];
    const ofRule = one ? (isFound ? ["found", ruleMark(one.reason)] : ["another found"]) : [];
    return [{ event, marks: ["any", ...(marks[place] ?? []), ...ofRule] }];
  });
}

/** Which rule found it: its reason without numbers and names. */
const ruleMark = (reason: string) => `found: ${reason.replace(/\d+|“[^”]*”/g, "…")}`;

const rows = new Map<string, readonly number[]>(
  WEIGHTS.trim()
    .split("\n")
    .map((line) => {
      const [mark = "", numbers = ""] = line.split(" | ");
      return [mark, numbers.trim().split(/\s+/).map(Number)];
    }),
);
const HUNDREDTHS = 100;

/** How likely marks make an event that milestone, between 0 and 1. */
type Chance = (name: WeighedName, marks: readonly string[]) => number;

function learnedChance(name: WeighedName, marks: readonly string[]): number {
  const column = WEIGHED.indexOf(name);
  const sum = marks.reduce((total, mark) => total + (rows.get(mark)?.[column] ?? 0), 0);
  return chanceOf(sum / HUNDREDTHS);
}

/** Whether it is stated outright: in a field, by a label in capitals, or by a kind that did not come from words. */
const isStated = (name: WeighedName, { event: { states, isGiven, says } }: Found): boolean =>
  states === name ||
  isGiven ||
  (name === "impact_started" && says.has("impact_label")) ||
  (name === "resolved" && says.has("end_label"));

const NOTICED: readonly EventKind[] = [...SIGNALS, "acknowledged", "declared"];
const BEGUN_AGAIN: readonly EventKind[] = ["declared", "reopened"];

/** What marks alone never make a milestone, whatever their weights: rules have left it out for a reason. */
const RULED_OUT: Partial<Record<WeighedName, (candidate: Candidate, story: ReadStory) => boolean>> = {
  // Trouble that no one is told to have noticed.
  detected: ({ event }) =>
    !tells(event, NOTICED) && !saysAny(event, ["heard", "noticed", "seen_failing", "looked_into"]),
  // A post of a status page tells that somebody works on it, and not since when.
  responding: ({ event }, { found }) => event.says.has("status_post") || event.id === found.get("detected")?.event.id,
  // An end that is only declared tells of no relief.
  mitigated: ({ event }) =>
    event.says.has("end_label") || (tells(event, ["resolved", "closed"]) && !saysAny(event, ["well", "works"])),
  resolved: ({ event }, { events }) => events.some((later) => later.ms > event.ms && tells(later, BEGUN_AGAIN)),
};

/**
 * What the marks of all events leave of what the rules found, and what they add. A field of the source, a kind that a tool
 * or a person gave, and the milestones that are not weighed stay as found; one event alone has no place among others.
 */
export function weigh(
  story: ReadStory,
  { milestones, isSettled, isRefused }: Said,
  chance: Chance = learnedChance,
): Map<MilestoneName, Found> {
  if (story.events.length < 2) return story.found;
  const marks = marksOf(story, milestones);
  const weighed = new Map(story.found);
  for (const name of WEIGHED) {
    const one = story.found.get(name);
    if (isSettled(name) || (one && isStated(name, one))) continue;
    weighed.delete(name);
    const best = likeliest(name, story, marks, { isRefused, chance });
    if (best) weighed.set(name, best.id === one?.event.id ? one : { event: best, reason: BY_MARKS });
  }
  return weighed;
}

const BY_MARKS = "Its words and its place among the others speak for it";

/** The event that is most likely the milestone, where that is likely enough. */
function likeliest(
  name: WeighedName,
  story: ReadStory,
  marks: readonly ReadonlySet<string>[],
  { isRefused, chance }: Pick<Said, "isRefused"> & { chance: Chance },
): ToldEvent | null {
  const one = story.found.get(name)?.event.id;
  const [best] = candidatesFor(name, story, marks)
    .filter((candidate) => candidate.event.id === one || !RULED_OUT[name]?.(candidate, story))
    .filter(({ event }) => !isRefused(name, event))
    .map(({ event, marks: own }) => ({ event, likely: chance(name, own) }))
    .sort((a, b) => b.likely - a.likely);
  return best && best.likely >= SURE ? best.event : null;
}
