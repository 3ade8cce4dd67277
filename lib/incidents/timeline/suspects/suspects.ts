import { formatDuration } from "#lib/base/time/duration.ts";
import { clockWords } from "#lib/base/time/instant-words.ts";
import type { Precision } from "#lib/base/time/precision.ts";
import { type EventKind, groupOfKind } from "#lib/base/vocabulary/event-kinds.ts";
import { namesChange, readText } from "./names-change.ts";

export const SUSPECT_HOURS = 2;
const REACH_SECONDS = SUSPECT_HOURS * 3600;

export interface SuspectEvent {
  id: string;
  number: number;
  at: string | null;
  precision: Precision;
  kind: EventKind;
  title: string;
  body: string;
  url: string | null;
  services: readonly string[];
  hidden: boolean;
}

export interface SuspectsInput {
  events: readonly SuspectEvent[];
  /** ISO 8601. Null: nothing is suspected while it is unknown. */
  impactStartedAt: string | null;
  /** Names of the incident's services. */
  services: readonly string[];
  /** ISO 8601. Null while impact continues. */
  impactEndedAt: string | null;
}

export interface RankedSuspect {
  eventId: string;
  eventNumber: number;
  title: string;
  at: string;
  secondsBefore: number;
  /** Up to 110: see rankSuspects. */
  points: number;
  reason: string;
}

/** Later ones aren't compared, so a flood of alerts and rollbacks stays fast. */
const MOST_WAYS_BACK = 200;
const WAYS_BACK: readonly EventKind[] = ["rollback_started", "rollback_finished", "flag_off", "mitigation_started"];

const isChange = (kind: EventKind) => groupOfKind(kind) === "change" || kind === "automated_action";
const isTimed = (event: SuspectEvent): event is SuspectEvent & { at: string } =>
  event.at !== null && event.precision !== "unknown" && event.precision !== "day";

/**
 * Returns the changes in the two hours before impact, the likeliest first, of equal points the nearer one. Points: up to
 * 50 for nearness, 20 for a service of the incident, 40 if a later rollback or flag-off names it. If impact ended and no
 * rollback left its change unnamed, one that wasn't rolled back loses 10.
 */
export function rankSuspects({ events, impactStartedAt, services, impactEndedAt }: SuspectsInput): RankedSuspect[] {
  if (impactStartedAt === null) return [];
  const impactMs = Date.parse(impactStartedAt);
  const own = new Set(services.map((name) => name.trim().toLowerCase()));
  const timed = events.filter((event) => !event.hidden).filter(isTimed);
  const changes = timed.flatMap((event) => {
    const secondsBefore = (impactMs - Date.parse(event.at)) / 1000;
    const isNear = secondsBefore >= 0 && secondsBefore <= REACH_SECONDS;
    return isNear && isChange(event.kind) ? [{ event, secondsBefore, text: readText(event) }] : [];
  });
  const waysBack = timed
    .filter((event) => WAYS_BACK.includes(event.kind) && Date.parse(event.at) >= impactMs)
    .slice(0, MOST_WAYS_BACK)
    .map((event) => ({ event, text: readText(event) }));
  const named = changes.map(({ text }) => waysBack.find((later) => namesChange(later.text, text))?.event);
  const nameless = named.some((wayBack) => wayBack !== undefined) ? undefined : waysBack[0]?.event;
  const ranked = changes.map(({ event, secondsBefore }, at): RankedSuspect => {
    const wayBack = named[at];
    const isOwn = event.services.some((name) => own.has(name.trim().toLowerCase()));
    const isStillRunning = !wayBack && !nameless && impactEndedAt !== null;
    const points =
      50 * (1 - secondsBefore / REACH_SECONDS) + (isOwn ? 20 : 0) + (wayBack ? 40 : 0) - (isStillRunning ? 10 : 0);
    const reason = [
      serviceWords(event, isOwn, own.size),
      wayBack ? `The ${wayWords(wayBack.kind)} at ${clockOf(wayBack.at)} names this change.` : "",
      nameless ? `The ${wayWords(nameless.kind)} at ${clockOf(nameless.at)} doesn't name a change.` : "",
      isStillRunning ? "It wasn't rolled back, but impact ended." : "",
    ];
    return {
      eventId: event.id,
      eventNumber: event.number,
      title: event.title,
      at: event.at,
      secondsBefore,
      points: Math.round(points * 10) / 10,
      reason: reason.filter((words) => words !== "").join(" "),
    };
  });
  return ranked.sort(
    (a, b) => b.points - a.points || a.secondsBefore - b.secondsBefore || a.eventNumber - b.eventNumber,
  );
}

const clockOf = (at: string) => `${clockWords(at, "minute")} UTC`;

function serviceWords(event: SuspectEvent, isOwn: boolean, ownCount: number): string {
  if (isOwn) return "Same service.";
  if (event.services.length === 0) return "Doesn't name a service.";
  return `${event.services.join(", ")}, ${ownCount === 0 ? "the incident has no services" : "not a service of this incident"}.`;
}

function wayWords(kind: EventKind): string {
  if (kind === "flag_off") return "flag turned off";
  return kind === "mitigation_started" ? "mitigation" : "rollback";
}

/** Returns the distance on the lane as text: "50 s before", "at the moment of impact". */
export const beforeWords = (secondsBefore: number): string =>
  secondsBefore === 0 ? "At the moment of impact" : `${formatDuration(secondsBefore)} before`;
