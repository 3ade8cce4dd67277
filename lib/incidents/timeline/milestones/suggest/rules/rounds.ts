import { HOUR_MS } from "#lib/base/time/spans.ts";
import type { EventKind } from "#lib/base/vocabulary/event-kinds.ts";
import { captionOf, isLaterStage } from "../statements/plain-words.ts";
import type { ToldEvent } from "../statements/told-event.ts";
import { isRecovery, isTrouble, tells } from "./signs.ts";

/** Events further apart belong to two incidents, if the first has ended or contains no trouble. */
const GAP_MS = 24 * HOUR_MS;
/** Trouble without an end lasts at most a weekend. */
const LONGEST_SILENCE_MS = 72 * HOUR_MS;
/** Posts of a status page on one incident follow each other within this time. */
const LONGEST_THREAD_MS = 240 * HOUR_MS;
/** A new start this long after an end is another incident. */
const NEXT_MS = 6 * HOUR_MS;

const BEGINS: readonly EventKind[] = ["impact_started", "alert_fired", "declared", "customer_report", "error_observed"];
const TELLING: readonly EventKind[] = [
  "impact_started",
  "alert_fired",
  "customer_report",
  "paged",
  "acknowledged",
  "declared",
  "commander_assigned",
  "public_update",
  "mitigation_started",
  "rollback_finished",
  "mitigated",
  "impact_ended",
  "resolved",
  "closed",
];

/**
 * Returns the events of one incident from a timeline that may contain several: the one with a set milestone, otherwise
 * the one with the most content. Milestones of two incidents are never mixed.
 */
export function oneIncident(events: readonly ToldEvent[], setAt: readonly number[]): ToldEvent[] {
  const sections = new Set(events.flatMap(({ section }) => section ?? []));
  const parts =
    sections.size > 1
      ? [...sections].flatMap((one) => split(events.filter(({ section }) => (section ?? one) === one)))
      : split(events);
  const ofSet = parts.filter((part) => setAt.some((ms) => ms >= (part[0]?.ms ?? 0) && ms <= (part.at(-1)?.ms ?? 0)));
  const [best = []] = (ofSet.length > 0 ? ofSet : parts)
    .map((part) => ({ part, told: weightOf(part) }))
    .sort((a, b) => b.told - a.told)
    .map(({ part }) => part);
  return best;
}

/** A part with many events is described in more detail, even if hardly any of them has a kind. */
const OF_EVENT = 0.03;
const MOST_COUNTED = 15;

/** Returns how much of an incident a part contains. Of two equal parts, the one in which users were affected wins. */
function weightOf(part: readonly ToldEvent[]): number {
  const told = TELLING.filter((kind) => part.some(({ kinds }) => kinds.has(kind)));
  const isNoticed = part.some(({ says }) => says.has("noticed"));
  return (
    told.length +
    (told.includes("impact_started") ? 0.5 : 0) +
    (isNoticed ? 0.25 : 0) +
    (part.some(isTrouble) ? 0.1 : 0) +
    (part.some(({ says }) => says.has("well")) ? 0.1 : 0) +
    OF_EVENT * Math.min(MOST_COUNTED, part.length)
  );
}

/** An end closes a round for good. A lull closes it only before a long silence. */
const isEnd = ({ kinds }: ToldEvent): boolean => kinds.has("resolved") || kinds.has("impact_ended");
const isLull = (event: ToldEvent): boolean => isRecovery(event) || tells(event, ["alert_resolved", "closed"]);

function split(events: readonly ToldEvent[]): ToldEvent[][] {
  const parts: Part[] = [];
  const posts = postsFrom(events);
  for (const [place, event] of events.entries()) {
    const alarmed = events.slice(place, place + SOON).some((one) => isRaised(one) && one.ms - event.ms <= HOUR_MS);
    const part = parts.at(-1);
    const isOn = posts[place]?.isLater === true && part?.isThread(event) === true;
    if (part && !((!isOn && part.isApart(event)) || (alarmed && part.isAllClear(event)))) part.add(event);
    else parts.push(new Part(event));
  }
  return parts.map((part) => part.events);
}

/** Returns for each event whether the next post of a status page, from it on, is about those before it: "Update". */
function postsFrom(events: readonly ToldEvent[]): { isLater: boolean }[] {
  const posts: { isLater: boolean }[] = [];
  let next = { isLater: false };
  for (const { title } of events.toReversed()) {
    if (captionOf(title) !== null) next = { isLater: isLaterStage(title) };
    posts.push(next);
  }
  return posts.reverse();
}

/** How many events from the first of a round its alert can be. */
const SOON = 3;
const isRaised = ({ kind }: ToldEvent): boolean => kind === "alert_fired";

/** Events in order that belong together so far, with what they tell. A timeline can have thousands. */
class Part {
  readonly events: ToldEvent[] = [];
  #last: ToldEvent;
  #hasEnd = false;
  #hasTrouble = false;
  #raised = 0;
  #cleared = 0;
  #lastAlert: ToldEvent | null = null;
  #captions = new Set<string>();

  constructor(first: ToldEvent) {
    this.#last = first;
    this.add(first);
  }

  add(event: ToldEvent): void {
    this.events.push(event);
    this.#last = event;
    this.#hasEnd ||= isEnd(event);
    this.#hasTrouble ||= isTrouble(event);
    if (isRaised(event)) this.#raised += 1;
    else if (event.kind === "alert_resolved") this.#cleared += 1;
    if (isRaised(event) || event.kind === "alert_resolved") this.#lastAlert = event;
    const caption = captionOf(event.title);
    if (caption !== null) this.#captions.add(caption);
  }

  /** Returns whether it contains posts of a status page, none of which says "Resolved". */
  isThread(next: ToldEvent): boolean {
    const isNear = next.ms - this.#last.ms < LONGEST_THREAD_MS;
    return isNear && this.#captions.size > 0 && !this.#captions.has("resolved");
  }

  /** Returns whether every alert before a silence was resolved. The next one belongs to another incident. */
  isAllClear(next: ToldEvent): boolean {
    const isClear = this.#lastAlert?.kind === "alert_resolved" && this.#raised > 0 && this.#cleared >= this.#raised;
    return isClear && next.ms - this.#last.ms >= NEXT_MS;
  }

  /** Returns whether an event after a silence belongs to another incident than those before it. */
  isApart(next: ToldEvent): boolean {
    const gap = next.ms - this.#last.ms;
    if (gap < NEXT_MS) return false;
    const hasEnded = this.#hasEnd || isLull(this.#last);
    if (hasEnded && tells(next, BEGINS)) return true;
    // An end after a weekend ends what hadn't ended.
    const goesOn = this.#hasEnd
      ? false
      : isEnd(next) || (!hasEnded && this.#hasTrouble && (isTrouble(next) || next.says.has("troubled")));
    return gap >= (goesOn ? LONGEST_SILENCE_MS : GAP_MS);
  }
}
