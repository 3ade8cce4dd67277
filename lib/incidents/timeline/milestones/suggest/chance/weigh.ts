import type { EventKind } from "#lib/base/vocabulary/event-kinds.ts";
import type { MilestoneName } from "../../milestone-names.ts";
import type { ReadStory, Said } from "../rules/by-rules.ts";
import { ENDS, saysAny, tells } from "../rules/signs.ts";
import { captionOf } from "../statements/plain-words.ts";
import type { Saying } from "../statements/saying.ts";
import type { Found, ToldEvent } from "../statements/told-event.ts";
import { mayBe, WEIGHED, type WeighedName } from "./candidates.ts";
import { isDenied } from "./denied.ts";
import { chanceOf } from "./learn.ts";
import { marksOf } from "./marks.ts";
import { isLateNews, isNoRelief, isNotYet } from "./no-relief.ts";
import { isNoStep } from "./no-step.ts";
import { isAtOtherTime, RULED_OUT } from "./ruled-out.ts";
import { WEIGHTS } from "./weights.ts";

/**
 * An event is suggested from these chances on. They make each about equally certain on documents not used in training.
 */
const SURE: Record<WeighedName, number> = {
  trigger_change: 0.6,
  impact_started: 0.6,
  detected: 0.55,
  responding: 0.6,
  mitigation_started: 0.75,
  mitigated: 0.6,
  resolved: 0.7,
};
/** An event that a rule found as well needs less. */
const SURE_BY_RULE = 0.5;

/** A possible event for a milestone, with its marks. */
export interface Candidate {
  event: ToldEvent;
  marks: readonly string[];
}

/** Returns the events of a story that can be the milestone. The one that a rule found is included and marked. */
export function candidatesFor(
  name: WeighedName,
  { events, found }: ReadStory,
  marks: readonly ReadonlySet<string>[],
): Candidate[] {
  const one = found.get(name);
  return events.flatMap((event, place) => {
    const isFound = one?.event.id === event.id;
    if (!isFound && !mayBe(name, event)) return [];
    const ofRule = one ? [isFound ? "found" : "another found"] : [];
    return [{ event, marks: ["any", ...(marks[place] ?? []), ...ofRule] }];
  });
}

const rows = new Map<string, readonly number[]>(
  WEIGHTS.trim()
    .split("\n")
    .map((line) => {
      const [mark = "", numbers = ""] = line.split(" | ");
      return [mark, numbers.trim().split(/\s+/).map(Number)];
    }),
);
const HUNDREDTHS = 100;

/** Returns the learned weight of each mark for a milestone. */
export const columnOf = (name: WeighedName): Map<string, number> =>
  new Map([...rows].map(([mark, numbers]) => [mark, (numbers[WEIGHED.indexOf(name)] ?? 0) / HUNDREDTHS]));

/** Returns the chance between 0 and 1 that marks make an event the milestone. */
type Chance = (name: WeighedName, marks: readonly string[]) => number;

function learnedChance(name: WeighedName, marks: readonly string[]): number {
  const column = WEIGHED.indexOf(name);
  const sum = marks.reduce((total, mark) => total + (rows.get(mark)?.[column] ?? 0), 0);
  return chanceOf(sum / HUNDREDTHS);
}

const RELIEF: ReadonlySet<WeighedName> = new Set(["mitigated", "resolved"]);
/** Kinds that state an end if they come from a tool or a person. */
const ENDED: readonly EventKind[] = [...ENDS, "closed", "rollback_finished", "alert_resolved"];
/** Sayings that state a milestone outright, if a rule found the event. */
const STATING: Partial<Record<WeighedName, readonly Saying[]>> = {
  impact_started: ["impact_label", "fails_wholly", "first_failure"],
  mitigation_started: ["helped"],
  mitigated: ["helped"],
  resolved: ["end_label"],
};

/**
 * Returns whether it is stated outright: in a field, by a phrase or label, by the caption of a last post, or by a kind
 * that didn't come from the text.
 */
const isStated = (name: WeighedName, { event }: Found): boolean =>
  event.states === name ||
  (event.isGiven && (!RELIEF.has(name) || tells(event, ENDED))) ||
  saysAny(event, STATING[name] ?? []) ||
  (name === "resolved" && captionOf(event.title) === "resolved");

/** Returns whether a step rolls back the change that the rules found as the cause because it was rolled back. */
const undoesCause = ({ event }: Found, { found }: ReadStory): boolean =>
  tells(event, ["rollback_started", "rollback_finished"]) && found.get("trigger_change")?.isUndone === true;

/**
 * Replaces what the rules found by the likeliest events. A field of the source, a kind from a tool or a person, and
 * milestones that aren't weighed are kept. A single event isn't weighed.
 */
export function weigh(
  story: ReadStory,
  { milestones, isSettled, isRefused }: Said,
  chance: Chance = learnedChance,
): Map<MilestoneName, Found> {
  const marks = marksOf(story, milestones);
  const weighed = new Map(story.found);
  for (const name of WEIGHED) {
    const one = story.found.get(name);
    const isUndoing = name === "mitigation_started" && one !== undefined && undoesCause(one, story);
    if (
      isSettled(name) ||
      isUndoing ||
      (one && name === "trigger_change") ||
      (one && !isDenied(name, one.event, story.events) && (isStated(name, one) || story.events.length === 1))
    )
      continue;
    weighed.delete(name);
    const best = likeliest(name, story, marks, { isRefused, chance });
    if (best) weighed.set(name, best.id === one?.event.id ? one : { event: best, reason: BY_MARKS });
  }
  return weighed;
}

const BY_MARKS = "Its text and its place in the timeline suggest it";

/** Returns the likeliest event for a milestone, if it is likely enough. */
function likeliest(
  name: WeighedName,
  story: ReadStory,
  marks: readonly ReadonlySet<string>[],
  { isRefused, chance }: Pick<Said, "isRefused"> & { chance: Chance },
): ToldEvent | null {
  const one = story.found.get(name)?.event.id;
  const isOut = (event: ToldEvent) =>
    isRefused(name, event) ||
    isDenied(name, event, story.events) ||
    isAtOtherTime(name, event, story.events) ||
    (event.id !== one && RULED_OUT[name](event, story)) ||
    (RELIEF.has(name) && isNoRelief(event, story)) ||
    (name === "mitigation_started" && isNoStep(event, story.events)) ||
    (name === "mitigated" && isLateNews(event, story.events)) ||
    (name === "resolved" && isNotYet(event));
  // Few are likely, and whether one is out can depend on all events.
  const best = candidatesFor(name, story, marks)
    .map(({ event, marks: own }) => ({ event, likely: chance(name, own) }))
    .filter(({ likely }) => likely >= SURE_BY_RULE)
    .sort((a, b) => b.likely - a.likely)
    .find(({ event }) => !isOut(event));
  const least = best?.event.id === one ? Math.min(SURE_BY_RULE, SURE[name]) : SURE[name];
  return best && best.likely >= least ? best.event : null;
}
