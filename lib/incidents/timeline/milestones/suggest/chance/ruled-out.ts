import type { EventKind } from "#lib/base/vocabulary/event-kinds.ts";
import type { ReadStory } from "../rules/by-rules.ts";
import { brokeOutAgain, isOneOfSeveral, isWatched } from "../rules/ending.ts";
import { SIGNALS } from "../rules/signals.ts";
import { isRecovery, saysAny, tells } from "../rules/signs.ts";
import { isHarm } from "../rules/steps.ts";
import { isLaterStage } from "../told/plain-words.ts";
import type { Saying } from "../told/saying.ts";
import { FIRST_SIGHT } from "../told/sayings.ts";
import type { ToldEvent } from "../told/told-event.ts";
import type { WeighedName } from "./candidates.ts";

const NOTICED: readonly EventKind[] = [...SIGNALS, "acknowledged"];
const BEGUN_AGAIN: readonly EventKind[] = ["declared", "reopened"];
const HIT: readonly Saying[] = ["harmed", "hits_users", "breaks", "fails_wholly", "impact_label"];

const RELIEF: readonly Saying[] = ["well", "partly_well", "works", "fix_live"];
/** It tells of something done, and not that it is done or better. */
const isActAlone = (event: ToldEvent): boolean =>
  event.says.has("acts") &&
  !isRecovery(event) &&
  !event.says.has("over") &&
  !tells(event, ["rollback_finished", "closed"]) &&
  !saysAny(event, RELIEF);
const hasEnd = (found: ReadStory["found"]): boolean => found.has("mitigated") || found.has("resolved");

/** What marks alone never make a milestone, whatever their weights: rules have left it out for a reason. */
export const RULED_OUT: Record<WeighedName, (event: ToldEvent, story: ReadStory) => boolean> = {
  // A measure that moves, an alert or a supplier in trouble might have affected no one. The first to see it or to
  // investigate came later.
  impact_started: (event) =>
    isLaterStage(event.title) ||
    (!event.kinds.has("impact_started") &&
      (event.says.has("looked_into") ||
        FIRST_SIGHT.test(event.title) ||
        (tells(event, ["metric_shift", "dependency_event", ...SIGNALS]) && !saysAny(event, HIT)))),
  // Trouble that no one is told to have noticed.
  detected: (event) =>
    isLaterStage(event.title) ||
    (!tells(event, NOTICED) && !saysAny(event, ["heard", "noticed", "seen_failing", "looked_into"])),
  // A post of a status page tells that someone works on it, but not since when.
  responding: (event, { found }) => event.says.has("status_post") || event.id === found.get("detected")?.event.id,
  // The result of the last action isn't told.
  mitigation_started: (event, { events, found }) =>
    isHarm(event, events) || (event.id === events.at(-1)?.id && !hasEnd(found) && !saysAny(event, RELIEF)),
  // An end that is only declared tells of no relief, nor does an act without any end.
  mitigated: (event, { found }) =>
    event.says.has("end_label") ||
    (tells(event, ["resolved", "closed"]) && !saysAny(event, ["well", "works"])) ||
    (isActAlone(event) && !hasEnd(found)),
  // What is done behind the relief puts things in order.
  resolved: (event, { events, found }) =>
    tells(event, ["handoff"]) ||
    isWatched(event) ||
    (isActAlone(event) && event.ms > (found.get("mitigated")?.event.ms ?? Number.POSITIVE_INFINITY)) ||
    events.some((later) => later.ms > event.ms && tells(later, BEGUN_AGAIN)) ||
    brokeOutAgain(event, events) ||
    isOneOfSeveral(event, events),
};
