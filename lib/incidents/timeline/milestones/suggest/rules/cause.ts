import { oneOf } from "#lib/base/text/phrases.ts";
import { formatDuration } from "#lib/base/time/duration.ts";
import { DAY_MS, HOUR_MS, MINUTE_MS } from "#lib/base/time/spans.ts";
import { type EventKind, groupOfKind } from "#lib/base/vocabulary/event-kinds.ts";
import { namesChange, readText } from "../../../suspects/names-change.ts";
import type { Found, ToldEvent } from "../statements/told-event.ts";
import { areAlike, familyOf, sharedWords, shareName, speaksOf } from "./same-change.ts";
import { tells } from "./signs.ts";
import { isAct, isBareRollback, isOpposite } from "./undone-change.ts";

const CLOSE_MS = HOUR_MS / 4;
const LONGEST_LEAD_MS = 7 * DAY_MS;

/** A line that words make a change this likely is one, even if no rule finds it. */
const SURELY = 0.8;
const isChange = ({ kinds, maybe }: ToldEvent) =>
  [...kinds].some((kind) => groupOfKind(kind) === "change") ||
  [...maybe].some(([kind, chance]) => chance >= SURELY && groupOfKind(kind) === "change");
const isStopping = ({ title }: ToldEvent) => STOPS.test(title) && !NOT_STOPPED.test(title);
const WORK = "(?:migration|deploy(?:ment)?|release|rollout|upgrade|maintenance)";
const STOPS = new RegExp(
  oneOf`
    \b(?:abort|cancel|halt|stop|interrupt|kill)(?:s|l?ed|p?ed)? (?:the |our )?(?:[\w.-]+ )?${WORK}\b
    \b${WORK}(?: (?:was|is|has been))? (?:aborted|cancell?ed|halted|stopped|interrupted|killed)\b
  `,
  "i",
);
const NOT_STOPPED =
  /\b(?:not|nobody|no one|can|could|cannot|can't|consider|should|might|try|tried|trying|to) (?:\w+ )?(?:abort|cancel|halt|stop|interrupt|kill)/i;
/** "We turned the new basket off again". */
const TURNED_OFF =
  /^(?!.*\b(?:not|would|could|should|to|if)\b).*\b(?:turn|switch)(?:ed|es|s)? (?:off (?:the|our)\b|(?:the|our) (?:[\w.-]{1,20} ){1,4}off\b)/i;
const isTakingBack = (event: ToldEvent) =>
  tells(event, ["rollback_started", "rollback_finished", "flag_off"]) ||
  isStopping(event) ||
  (tells(event, ["mitigation_started"]) && TURNED_OFF.test(event.title));
/** "Rollback to v2.30.4", "reverted to build 4711": it undoes a deploy, whatever that was called. */
const isBackToVersion = (event: ToldEvent) =>
  tells(event, ["rollback_started", "rollback_finished"]) &&
  /\bto (?:the )?(?:[\w-]{1,20} ){0,3}?(?:version|release|build|tag|image|v?\d{1,4}(?:\.\d{1,4}){1,3})(?![\w%])/i.test(
    event.title,
  );
const told = ({ title, body = "" }: ToldEvent) => readText({ title, body, url: null });
/** Time of day as a text names it: "the deploy of 14:02". */
const clockOf = ({ at }: ToldEvent) => at.slice(11, 16);

/** Events before the trouble, and from its start on. */
interface Story {
  troubleAt: number;
  lead: readonly ToldEvent[];
  changes: readonly ToldEvent[];
  after: readonly ToldEvent[];
}

/**
 * Returns the change that caused the trouble: by its own text, by a later event about the cause, or because it was
 * rolled back. Otherwise returns the only change right before the trouble.
 */
export function namedCause(events: readonly ToldEvent[], troubleAt: number | null, isKnown: boolean): Found | null {
  if (troubleAt === null) return null;
  const lead = events.filter(({ ms }) => ms <= troubleAt && troubleAt - ms <= LONGEST_LEAD_MS);
  const changes = lead.filter(isChange);
  const after = events.filter(({ ms, id }) => ms >= troubleAt && !changes.some((change) => change.id === id));
  const story = { troubleAt, lead, changes, after };
  return atFault(story) ?? blamed(story) ?? takenBack(story) ?? (isKnown ? justBefore(story) : null);
}

/** Its own text mentions a fault. */
function atFault({ lead, changes }: Story): Found | null {
  const event =
    changes.findLast(({ says }) => says.has("mistake") || says.has("faulty") || says.has("names_cause")) ??
    lead.find(({ says, kinds }) => says.has("mistake") && !says.has("heard") && !kinds.has("impact_started"));
  return event ? { event, reason: "Its text mentions what went wrong with it" } : null;
}

/** A later event names it, or it is the only change of the family that a later event names as the cause. */
function blamed({ changes, after }: Story): Found | null {
  const named = only(changes, (change) =>
    after.some(
      (later) =>
        later.says.has("names_cause") &&
        (namesChange(told(later), told(change)) || later.title.includes(clockOf(change))),
    ),
  );
  if (named) return { event: named, reason: "A later event names it as the cause" };
  const such = only(changes, (change) => after.some((later) => blames(later, change)));
  return such && { event: such, reason: "A later event names a change like this as the cause" };
}

/** It was rolled back later: it shares the most words with the rollback, a name, or the family. */
function takenBack(story: Story): Found | null {
  const { troubleAt, lead, changes, after } = story;
  const undone = after.filter(isTakingBack);
  const shared = (change: ToldEvent) => Math.max(0, ...undone.map((later) => sharedWords(later, change)));
  const most = Math.max(0, ...changes.map(shared));
  const earlier = lead.filter((one) => one.ms < troubleAt && !isTakingBack(one));
  const event =
    (most >= 2 ? only(changes, (change) => shared(change) === most) : null) ??
    only(earlier, (one) => troubleAt - one.ms <= DAY_MS && undone.some((later) => areAlike(one, later))) ??
    only(earlier, (one) => undone.some((later) => shareName(one, later))) ??
    (undone.some(isBackToVersion)
      ? only(earlier, (one) => troubleAt - one.ms <= DAY_MS && tells(one, ["deploy_started", "deploy_finished"]))
      : null) ??
    only(lead, (one) => (isChange(one) || isAct(one)) && after.some((later) => isOpposite(later, one))) ??
    onlyUndone(story, undone);
  return event && { event, reason: "It was rolled back later", isUndone: true };
}

/** Returns the only change within a day, if a rollback doesn't say of what and nothing else changed before it. */
function onlyUndone({ troubleAt, changes, after }: Story, undone: readonly ToldEvent[]): ToldEvent | null {
  const back = undone.find(isBareRollback);
  if (!back || after.some((one) => one.ms < back.ms && isChange(one) && !isTakingBack(one))) return null;
  return only(changes, (change) => troubleAt - change.ms <= DAY_MS && !isTakingBack(change));
}

/** Kinds that reach users when they are done. */
const ROLLED_OUT: readonly EventKind[] = ["deploy_started", "deploy_finished", "infra_change", "migration"];
const RESPONSE: readonly EventKind[] = ["declared", "acknowledged", "paged", "alert_fired"];

/** Returns the only change right before the trouble. After a rollback, returns the only family within the hour. */
function justBefore({ troubleAt, lead, changes, after }: Story): Found | null {
  const since = (ms: number) => changes.filter((change) => troubleAt - change.ms <= ms);
  const reasonOf = ({ ms }: ToldEvent) =>
    `The last change before the trouble started, ${formatDuration(Math.round((troubleAt - ms) / MINUTE_MS) * 60)} earlier`;
  if (after.some(isTakingBack)) {
    const family = since(CLOSE_MS);
    const event = family.at(-1);
    const isOne = family.every(({ kind }) => event && familyOf(kind) === familyOf(event.kind));
    return event && isOne ? { event, reason: reasonOf(event) } : null;
  }
  const before = lead.filter(({ ms }) => ms < troubleAt);
  const event = only(since(CLOSE_MS), (change) => change.ms < troubleAt);
  const isResponse = before.some((one) => tells(one, RESPONSE));
  return event && tells(event, ROLLED_OUT) && !isResponse ? { event, reason: reasonOf(event) } : null;
}

/**
 * Returns the only event that matches, or null if there are several. Two sources can report one change at its
 * instant.
 */
function only(events: readonly ToldEvent[], fits: (event: ToldEvent) => boolean): ToldEvent | null {
  const [event, ...rivals] = events.filter(fits);
  const isOne = ({ ms, kind }: ToldEvent) => event?.ms === ms && familyOf(event.kind) === familyOf(kind);
  return event && rivals.every(isOne) ? event : null;
}

const UNSURE = /\b(?:might|may|maybe|could|possibly|perhaps|probably|likely|suspicions?|suspect(?:s|ed)?)\b/i;

/** "Down because of a bad release", if the timeline contains a release. */
const blames = ({ says, title }: ToldEvent, { kind }: ToldEvent): boolean =>
  says.has("names_cause") && !UNSURE.test(title) && speaksOf(title, kind);
