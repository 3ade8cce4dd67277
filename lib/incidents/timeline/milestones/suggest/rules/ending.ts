import { oneOf } from "#lib/base/text/phrases.ts";
import { HOUR_MS } from "#lib/base/time/spans.ts";
import { captionOf } from "../statements/plain-words.ts";
import type { Found, ToldEvent } from "../statements/told-event.ts";
import { pick, type Rule } from "./pick.ts";
import { isAnswer } from "./signals.ts";
import { isFailure, isRecovery, isStep, isTrouble, tells } from "./signs.ts";
import { isLastWord } from "./steps.ts";

/** Known times in ms. */
interface Known {
  /** The start of the trouble. */
  begin: number | null;
  /** The first observation, which isn't a new failure. */
  noticed: ToldEvent | undefined;
}

const ENDS: readonly Rule[] = [{ says: ["end_label"] }, { kinds: ["resolved"] }, { says: ["said_resolved"] }];

/** Returns the end of the last round. An end before it was declared or opened again doesn't count. */
export function resolutionIn(events: readonly ToldEvent[], known: Known): Found | null {
  const told = itself(pick("last", events, ENDS), events);
  const stated = told && !brokeOutAgain(told.event, events) && !isOneOfSeveral(told.event, events) ? told : null;
  const whole = stated ?? lastWord(events, known) ?? backInPlace(events, known);
  const again = events.findLastIndex(({ kind }) => kind === "declared" || kind === "reopened");
  const wasResolved = events.slice(0, Math.max(0, again)).some(({ kind }) => kind === "resolved");
  const after = events.slice(again + 1);
  if (!wasResolved || after.some(({ id }) => id === whole?.event.id)) return whole;
  const found = pick("last", after, ENDS);
  const closed = after.findLast(({ kind }) => kind === "closed");
  if (found || !closed) return found;
  return { event: closed, reason: "It was reopened after it was resolved, and closed here" };
}

/** Returns the end that was announced afterwards, if the story contains it. */
function itself(told: Found | null, events: readonly ToldEvent[]): Found | null {
  if (!told?.event.says.has("announces")) return told;
  const before = events.slice(
    0,
    events.findIndex(({ id }) => id === told.event.id),
  );
  const since = before.slice(before.findLastIndex(isFailure) + 1);
  const event = since.findLast(
    ({ ms, says }) => says.has("well") && !says.has("announces") && told.event.ms - ms <= ANNOUNCED_MS,
  );
  return event ? { event, reason: "The end is announced right after" } : told;
}
const ANNOUNCED_MS = HOUR_MS;

const WATCHED =
  /\b(?:continue|keep|still|now|are|and) (?:to )?(?:closely )?monitor(?:ing)?\b|[,;.] monitoring(?= (?:for|the|closely)\b|[.]?$)|^monitoring\b/i;
/** While someone still watches it, it isn't over. */
export const isWatched = (event: ToldEvent): boolean =>
  !WHOLE.test(event.title) &&
  (event.says.has("watching") || tells(event, ["monitoring"]) || WATCHED.test(event.title)) &&
  !tells(event, ["resolved", "closed"]);

/** "Continued to monitor, and the services were deemed fully operational". */
const WHOLE =
  /\b(?:deemed|declared|considered|confirmed|found) (?:to be )?(?:fully |all )?(?:operational|functional|restored|recovered|resolved|healthy|stable|back to normal)\b/i;

const GOES_ON: ReadonlySet<string | null> = new Set(["update", "updated", "identified", "investigating"]);
/** Returns whether an event is a post "Update" on a status page, and more posts follow. */
export const isPostBeforeOthers = ({ title, kind, ms }: ToldEvent, events: readonly ToldEvent[]): boolean =>
  kind !== "resolved" && GOES_ON.has(captionOf(title)) && events.some((later) => later.ms > ms);

/** Returns normal service, if nothing failed and nothing was done afterwards. */
function lastWord(events: readonly ToldEvent[], { begin, noticed }: Known): Found | null {
  const found = pick("last", events, [{ kinds: ["impact_ended"] }, { says: begin === null ? [] : ["works"] }]);
  if (found && !found.event.says.has("in_part") && !isWatched(found.event) && isLastWord(found.event, events, noticed))
    return found;
  const well =
    begin === null
      ? null
      : pick(
          "last",
          events.filter((event) => event.ms > begin && !isWatched(event) && !isPostBeforeOthers(event, events)),
          [{ says: ["well", "over"] }],
        );
  const goesOn = well && events.some((event) => event.ms > well.event.ms && isAnswer(event));
  return well && !goesOn && isLastWord(well.event, events, noticed) ? well : null;
}

/** Names of a temporary replacement for the service. */
const TEMPORARY = new RegExp(
  String.raw`\b${oneOf`
    back-?up | stand-?by | secondary | spare | replica | rerouted | redirected | maintenance page | workaround
    (?:old|other|temporary|static|alternative) (?:host|server|site|page|provider|cluster|database|region|copy|version)
    fail(?:ed|s|ing)?[ -]?over | fall(?:ing|s)? ?back
  `}\b`,
  "i",
);
/** "The API is switched back to it", "failback to us-east": the service is in its own place again. */
const BACK_IN_PLACE = new RegExp(
  String.raw`\b${oneOf`
    (?:switch|move|fail|point|rout|migrat|cut|flipp?|turn|redirect)(?:e?d|e?s|ing)?(?: over)? (?:[\w-]+ ){0,3}back (?:over )?(?:to|onto|into)
    fail(?:ed|s)?-?back to | revert(?:ed|s) (?:the )?(?:dns|routing|traffic|failover)
  `}\b`,
  "i",
);

/** Returns the last return from a temporary replacement, if it was better before and nothing failed afterwards. */
function backInPlace(events: readonly ToldEvent[], { begin }: Known): Found | null {
  const at = events.findLastIndex(({ title, kind }) => BACK_IN_PLACE.test(title) && kind !== "decision");
  const event = events[at];
  if (!event || begin === null || event.ms <= begin || event.says.has("in_part")) return null;
  const before = events.slice(0, at).filter(({ ms }) => ms >= begin);
  const wasReplaced = before.some(({ title, kind }) => kind === "rerouted" || TEMPORARY.test(title));
  const wasBetter = before.some((one) => isRecovery(one) || tells(one, ["mitigated"]));
  if (!wasReplaced || !wasBetter || events.slice(at + 1).some(isFailure)) return null;
  return { event, reason: "The service was back in its own place, and nothing failed after it" };
}

/** Returns whether it failed again after an end and was worked on again. That end doesn't count. */
export function brokeOutAgain(event: ToldEvent, events: readonly ToldEvent[]): boolean {
  const later = events.filter(({ ms }) => ms > event.ms);
  const failed = later.findIndex((one) => isFailure(one) && !isStep(one));
  return failed >= 0 && later.slice(failed + 1).some((one) => isStep(one, false));
}

/** "First disruption resolved": more trouble followed. */
export function isOneOfSeveral(event: ToldEvent, events: readonly ToldEvent[]): boolean {
  return ONE_OF_SEVERAL.test(event.title) && events.some((later) => later.ms > event.ms && isTrouble(later));
}
const ONE_OF_SEVERAL =
  /\b(?:1st|first|initial|2nd|second) (?:disruption|incident|outage|issue|problem|wave|failure)\b/i;

/** A call that ends before it fails again closes nothing. */
export function closeIn(events: readonly ToldEvent[]): Found | null {
  const found = pick("last", events, [{ kinds: ["closed"] }]);
  return found && isLastWord(found.event, events) ? found : null;
}
