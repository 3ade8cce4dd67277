import { type EventKind, groupOfKind } from "#lib/base/vocabulary/event-kinds.ts";
import { AT_RISK } from "../../../kinds/guess-kind.ts";
import { GOES_ON } from "../rules/beginning.ts";
import type { ReadStory } from "../rules/by-rules.ts";
import { brokeOutAgain, isOneOfSeveral, isPostBeforeOthers, isWatched } from "../rules/ending.ts";
import { isFurtherSign, SIGNALS } from "../rules/signals.ts";
import { CHANGES_TOO, isBad, isRecovery, saysAny, tells } from "../rules/signs.ts";
import { isHarm } from "../rules/steps.ts";
import { isToldLive } from "../statements/live-voice.ts";
import { isLaterStage } from "../statements/plain-words.ts";
import type { Saying } from "../statements/saying.ts";
import { FIRST_SIGHT } from "../statements/sayings.ts";
import type { ToldEvent } from "../statements/told-event.ts";
import type { WeighedName } from "./candidates.ts";
import { isOthersWork } from "./not-ours.ts";
import { isFoundLater, isSeenLate, isStillSo, isTriedWell } from "./only-told.ts";

const NOTICED: readonly EventKind[] = [...SIGNALS, "acknowledged"];
const BEGUN_AGAIN: readonly EventKind[] = ["declared", "reopened"];
const HIT: readonly Saying[] = ["harmed", "hits_users", "breaks", "fails_wholly", "impact_label"];

const RELIEVED: readonly EventKind[] = ["mitigated", "impact_ended", "rollback_finished", "alert_resolved"];
const RELIEF: readonly Saying[] = ["well", "partly_well", "works", "fix_live"];
/** Returns whether an event describes an action, and not that it is complete or helped. */
const isActAlone = (event: ToldEvent): boolean =>
  event.says.has("acts") &&
  !isRecovery(event) &&
  !event.says.has("over") &&
  !tells(event, ["rollback_finished", "closed"]) &&
  !saysAny(event, RELIEF);
/** Returns whether an event is only a change that went through. */
const isChangeAlone = (event: ToldEvent): boolean =>
  groupOfKind(event.kind) === "change" && !isBad(event) && !saysAny(event, HIT) && !event.kinds.has("impact_started");
/** Returns whether a tool or a person gave an event a kind that only exists once there is impact. */
const isOfOngoingImpact = (event: ToldEvent): boolean =>
  event.isGiven &&
  (event.kind === "impact_changed" || groupOfKind(event.kind) === "mitigation") &&
  !event.kinds.has("impact_started") &&
  !saysAny(event, HIT);
const hasEnd = (found: ReadStory["found"]): boolean => found.has("mitigated") || found.has("resolved");

/** A service that stops isn't over, whatever starts after it. */
const STOPS =
  /\b(?:trading|services?|traffic|operations?|production|processing|deliver(?:y|ies)|sales|payments?)\s(?:(?:was|were|had|has|have)\s)?(?:been\s)?(?:ceased|halted|suspended)\b/i;

/** Space that is free again might relieve no one yet. */
const SPACE_ALONE =
  /\b\d+ ?[kmgt]i?b\b(?: of)?(?: disk)?(?: space)? (?:(?:has|have|had) been |was |were )?(?:recovered|freed|reclaimed)\b/i;

/** "At 10:52 BST we experienced delays", in a post of 11:33: clocks of two zones differ by quarters of an hour. */
const AT_CLOCK = /^\W*(?:at|from|since|around|about) (?:approximately |about |around )?\d{1,2}[:.](\d\d)\b/i;
const QUARTER = 15;
function isOfOtherClock(title: string, ms: number): boolean {
  const minute = AT_CLOCK.exec(title)?.[1];
  return minute !== undefined && (new Date(ms).getUTCMinutes() - Number(minute)) % QUARTER !== 0;
}

/** "We are investigating reports of slow pages": a post that doesn't tell since when. */
const POSTED =
  /^\W*(?:we|our (?:team|engineers|technicians|staff))(?:['’]re| are| is) (?:\w+ ){0,2}(?:investigating|looking into)\b/i;

/** Returns whether a text notices what started earlier, or finds it out later. */
export const isAtOtherTime = (
  name: WeighedName,
  { title, body = "", ms, isGiven, kind, kinds, maybe }: ToldEvent,
  events: readonly ToldEvent[],
): boolean =>
  !isGiven &&
  ((name === "impact_started" &&
    (AT_RISK.test(title) || isOfOtherClock(title, ms) || (isSeenLate(title) && !kinds.has("impact_started")))) ||
    (name === "responding" &&
      POSTED.test(title) &&
      ((maybe.get("public_update") ?? 0) > ALMOST_SURE || isToldLive(events))) ||
    ((name === "detected" || name === "responding") && isTriedWell(title)) ||
    (name === "detected" && isStillSo(title)) ||
    (name === "responding" &&
      (kind.startsWith("deploy_") || isFoundLater(title) || isOthersWork(`${title}. ${body}`))));

const ALMOST_SURE = 0.9;

/** Rules that exclude an event from a milestone, whatever the weights of its marks. */
const STORY = 6;
const isTaken = (event: ToldEvent) => groupOfKind(event.kind) === "mitigation";
/** Returns whether another change was made before the first trouble, or none was known to follow. */
function isOneOfChanges(event: ToldEvent, events: readonly ToldEvent[]): boolean {
  const from = events.find((one) => one.ms >= event.ms && one.id !== event.id && isBad(one));
  return !from || events.some((one) => one.id !== event.id && one.ms <= from.ms && tells(one, CHANGES_TOO));
}

export const RULED_OUT: Record<WeighedName, (event: ToldEvent, story: ReadStory) => boolean> = {
  // A few lines aren't a story, and of several changes none is the cause without a word about it.
  trigger_change: (event, { events }) =>
    events.length < STORY || isBad(event) || isTaken(event) || isOneOfChanges(event, events),
  // A changed metric, an alert or a supplier in trouble might not affect anyone. Noticing and investigating come later.
  impact_started: (event) =>
    isLaterStage(event.title) ||
    event.says.has("end_label") ||
    isChangeAlone(event) ||
    isOfOngoingImpact(event) ||
    (!event.kinds.has("impact_started") &&
      (event.says.has("looked_into") ||
        FIRST_SIGHT.test(event.title) ||
        (tells(event, ["metric_shift", "dependency_event", ...SIGNALS]) && !saysAny(event, HIT)))),
  // Trouble that no one is said to have noticed.
  detected: (event) =>
    isLaterStage(event.title) ||
    isFurtherSign(event) ||
    (!tells(event, NOTICED) && !saysAny(event, ["heard", "noticed", "seen_failing", "looked_into"])),
  // A post on a status page tells that someone works on it, but not since when. The first to see trouble finds it. To
  // acknowledge a page isn't work yet.
  responding: (event, { events, found }) =>
    event.says.has("status_post") ||
    GOES_ON.test(event.title) ||
    (tells(event, ["acknowledged"]) && !tells(event, ["joined"]) && !saysAny(event, ["looked_into", "found_out"])) ||
    event.id === found.get("detected")?.event.id ||
    (!event.says.has("looked_into") && !events.some((earlier) => earlier.ms < event.ms && isBad(earlier))),
  // The result of the last action isn't known. The field of another milestone isn't an action.
  mitigation_started: (event, { events, found }) =>
    event.states !== null ||
    isHarm(event, events) ||
    (event.id === events.at(-1)?.id && !hasEnd(found) && !saysAny(event, RELIEF)),
  // A declared end doesn't prove relief, and neither does watching or an action without an end.
  mitigated: (event, { found }) =>
    event.kind === "decision" ||
    (SPACE_ALONE.test(event.title) && !saysAny(event, RELIEF)) ||
    event.says.has("end_label") ||
    (isWatched(event) && !tells(event, RELIEVED) && !saysAny(event, RELIEF)) ||
    (tells(event, ["resolved", "closed"]) && !saysAny(event, ["well", "works"])) ||
    (isActAlone(event) && !hasEnd(found)),
  // Actions after the relief are cleaning up.
  resolved: (event, { events, found }) =>
    tells(event, ["handoff"]) ||
    (STOPS.test(event.title) && !saysAny(event, RELIEF)) ||
    isPostBeforeOthers(event, events) ||
    isWatched(event) ||
    (isActAlone(event) && event.ms > (found.get("mitigated")?.event.ms ?? Number.POSITIVE_INFINITY)) ||
    events.some((later) => later.ms > event.ms && tells(later, BEGUN_AGAIN)) ||
    brokeOutAgain(event, events) ||
    isOneOfSeveral(event, events),
};
