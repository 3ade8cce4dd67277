import { words } from "#lib/base/text/phrases.ts";
import { MINUTE_MS } from "#lib/base/time/spans.ts";
import type { Found, ToldEvent } from "../statements/told-event.ts";
import { pick } from "./pick.ts";
import { COMING, isAnswer, isFurtherSign, mayBeWork, SIGNALS } from "./signals.ts";
import { isBad, isResponse, isTrouble, tells } from "./signs.ts";

/** Returns the call that started the response. Later calls only ask for help. */
export function pageIn(events: readonly ToldEvent[]): Found | null {
  const found = pick("first", events, [{ kinds: ["paged"] }]);
  const isLate = found && events.some((event) => event.ms < found.event.ms && tells(event, COMING));
  return isLate ? null : found;
}

/** Returns the first signal before anyone responded. Observations during the response don't count. */
export function detectionIn(all: readonly ToldEvent[]): Found | null {
  const events = all.filter((event) => !isFurtherSign(event));
  const trouble = events.findIndex((one) => isTrouble(one) || isHearing(one));
  if (trouble < 0)
    return pick("first", events, [{ kinds: ["acknowledged"], says: ["noticed"] }, { kinds: ["declared"] }]);
  const answer = events.findIndex((event, place) => place >= trouble && isAnswer(event));
  const before = answer < 0 ? events : events.slice(0, answer + 1);
  if (events.slice(0, trouble).some((event) => isAnswer(event) && !isResponse(event))) return null;
  const isLate = events.slice(0, trouble).some(isResponse);
  const told = pick(
    "first",
    before.filter((event) => !isStartAlone(event)),
    [{ kinds: SIGNALS, says: isLate ? [] : ["noticed", "seen_failing"] }],
  );
  // Someone called in had heard of it, so an earlier event about trouble can be the first signal.
  const isCalled = told !== null && told.event.kind === "paged";
  if (isCalled && events.some((event) => event.ms < told.event.ms && event.says.has("troubled"))) return null;
  if (isLate) return told;
  const heard = hearing(before);
  if (told) return heard && heard.event.ms < told.event.ms ? heard : told;
  return (
    heard ?? pick("first", before, [{ kinds: ["acknowledged"] }, { kinds: ["declared"] }]) ?? answeredAtOnce(events)
  );
}

/** Returns whether a start is only told later, so it isn't the signal: "first customer symptoms, as the tickets show". */
const isStartAlone = ({ says }: ToldEvent): boolean =>
  says.has("impact_label") && !says.has("heard") && !says.has("noticed");

const isHearing = (one: ToldEvent): boolean =>
  one.says.has("heard") && isBad(one) && !one.kinds.has("dependency_event");

/** Returns the first event in which someone hears of trouble before anyone worked on it. */
function hearing(events: readonly ToldEvent[]): Found | null {
  const event = events.find(isHearing);
  if (!event || events.some((one) => one.ms < event.ms && (tells(one, COMING) || isResponse(one)))) return null;
  return { event, reason: "The first sign of trouble" };
}

const isLookedInto = ({ kinds, says }: ToldEvent): boolean => kinds.has("joined") || says.has("looked_into");
const AT_ONCE_MS = 30 * MINUTE_MS;

/** Someone knew of trouble that had an immediate response. */
function answeredAtOnce(events: readonly ToldEvent[]): Found | null {
  const place = events.findIndex(isBad);
  const event = events[place];
  const next = events.slice(place).find((one) => isLookedInto(one) || !isBad(one));
  if (!event || !next || !isLookedInto(next) || next.ms - event.ms > AT_ONCE_MS) return null;
  return { event, reason: "The first trouble, and someone responded at once" };
}

/**
 * Returns the stated start of the impact, otherwise the first failure before anyone noticed. `noticed` is the detection
 * in ms.
 */
export function impactIn(events: readonly ToldEvent[], noticed: number | null): Found | null {
  const told = pick("first", events, [
    { says: ["impact_label"] },
    { kinds: ["impact_started"] },
    { says: ["fails_wholly"] },
  ]);
  // A failure after a first end is a second outbreak and not the start.
  const isAgain = told && events.some((one) => one.ms < told.event.ms && isBefore(one, told.event));
  const stated = isAgain ? null : told;
  // An alert about the impact is its detection. The impact can have started before.
  if (stated && (isStartAlone(stated.event) || !tells(stated.event, SIGNALS))) return stated;
  const failed = noticed === null ? null : failureBefore(events, noticed);
  const harmed = events.find(({ ms, says }) => says.has("harmed") && (noticed === null || ms <= noticed));
  return failed ?? stated ?? (harmed ? { event: harmed, reason: "Its text mentions affected users" } : null);
}

/**
 * Returns whether an earlier event shows that it didn't start there: it was resolved, fails "again" or is only
 * confirmed.
 */
const isBefore = (one: ToldEvent, { title }: ToldEvent): boolean =>
  tells(one, ["resolved"]) || (LATER.test(title) && (one.says.has("noticed") || tells(one, SIGNALS)));
const LATER = /\b(?:again|once more|confirm(?:s|ed)?)\b/i;

/** Returns the first failure at its stated start, otherwise the first that affected users. */
function failureBefore(events: readonly ToldEvent[], noticed: number): Found | null {
  const failures = events.filter(
    ({ ms, kinds, says }) =>
      ms <= noticed && (kinds.has("error_observed") || says.has("breaks")) && !tells({ kinds }, SIGNALS),
  );
  const [first] = failures;
  const isBegun = first && first.ms < noticed && (first.says.has("begins") || first.says.has("breaks"));
  const event = isBegun ? first : failures.find(({ says }) => says.has("hits_users"));
  if (event) return { event, reason: "The first failure before anyone noticed" };
  const told = events.find((one) => one.ms < noticed && isGoneWrong(one));
  return told ? { event: told, reason: "The first problem before anyone noticed" } : null;
}

/** Something failed without a report. A changed metric or trouble at a supplier might not affect anyone. */
const isGoneWrong = (one: ToldEvent): boolean =>
  (one.kinds.has("error_observed") || one.says.has("bad")) &&
  !one.says.has("heard") &&
  !tells(one, ["metric_shift", "dependency_event"]) &&
  !isResponse(one);

/** Work that continues started earlier. */
export const GOES_ON = words`
  (?:continu(?:e|es|ed|ing)|keeps?|kept|still|further)(?: to)? (?:investigat\w*|look(?:ing)?|troubleshoot\w*|debug\w*)
`;

/** Returns the first hands-on work: someone joins or investigates before anything that could be work. */
export function responseIn(events: readonly ToldEvent[], noticed: number | null): Found | null {
  const from = noticed ?? 0;
  const since = events.filter(({ ms }) => ms >= from);
  const work = since.findIndex((event) => event.ms > from && mayBeWork(event));
  const isFound = ({ ms, says }: ToldEvent) => noticed !== null && ms > noticed && says.has("found_out");
  // A check at the end only shows that it is over.
  const isKnown = (one: ToldEvent) => noticed !== null || isBad(one);
  const isOver = (one: ToldEvent) => tells(one, ["resolved", "mitigated"]) || one.says.has("said_resolved");
  const event = (work < 0 ? since : since.slice(0, work + 1)).find(
    (one) =>
      !one.says.has("status_post") &&
      !GOES_ON.test(one.title) &&
      ((one.kinds.has("joined") && isKnown(one)) || one.says.has("looked_into") || isFound(one)) &&
      !isOver(one),
  );
  return event ? { event, reason: "The first hands-on work on the timeline" } : null;
}
