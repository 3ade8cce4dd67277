import { DAY_MS } from "#lib/base/time/spans.ts";
import type { IncidentStatus } from "#lib/base/vocabulary/incident.ts";
import type { MilestoneTimes } from "./metrics.ts";
import type { MilestoneName } from "./milestone-names.ts";

/** Facts that decide the start, end and state of an incident. Instants are ISO 8601 in UTC. */
export interface SpanFacts {
  startedAt: string;
  resolvedAt: string | null;
  status: IncidentStatus;
  /** A person set the start. */
  startGiven: boolean;
  /** A person set the end or the state. */
  endGiven: boolean;
  milestones: MilestoneTimes;
  /** Start of the first impact window. */
  firstWindow: string | null;
  /** The event that it starts with: see `firstOf`. */
  firstEvent: string | null;
}

export interface Span {
  startedAt: string;
  resolvedAt: string | null;
  status: IncidentStatus;
}

/** Returns the instant of a milestone, or null while it is unknown. */
export function milestoneAt(milestones: MilestoneTimes, name: MilestoneName): string | null {
  const time = milestones[name];
  return time && time.precision !== "unknown" ? time.at : null;
}

/** The early events are few if all events are at least four times as many. */
const APART = 4;

/** How many of the first events `firstOf` reads at most. */
export const FIRST_EVENTS = 8;

/**
 * Returns the event that an incident starts with: the first one. Null if a few are more than a day before all others: a
 * fault that no one noticed for weeks isn't the start, but a break-in is. `first`: the earliest instants of `count`.
 */
export function firstOf(first: readonly Date[], count: number): string | null {
  const isApart = first.some((at, index) => {
    const next = first[index + 1];
    return next && (index + 1) * APART <= count && next.getTime() - at.getTime() > DAY_MS;
  });
  return isApart ? null : (first[0]?.toISOString() ?? null);
}

/**
 * Decides start, end and state. Values that a person set are kept. The start is the start of impact, then the
 * detection, otherwise the first event. The resolved milestone sets the end of an incident that it resolved.
 * `accepted`: the milestone is being accepted now and also sets the state.
 */
export function decideSpan(facts: SpanFacts, accepted = false): Span {
  const { milestones, endGiven, startGiven } = facts;
  const at = (name: MilestoneName) => milestoneAt(milestones, name);
  const resolved = at("resolved");
  const isFollowing = !endGiven && facts.status !== "cancelled" && (facts.status === "resolved" || accepted);
  const end: Omit<Span, "startedAt"> = isFollowing
    ? { resolvedAt: resolved, status: resolved === null ? "open" : "resolved" }
    : { resolvedAt: facts.resolvedAt, status: facts.status };
  const found = at("impact_started") ?? facts.firstWindow ?? at("detected") ?? facts.firstEvent;
  const start = startGiven || found === null ? facts.startedAt : found;
  // A start after the end is a contradiction for a person to fix. It is shown, and only valid values are stored.
  const fits = (at: string, by: string | null) => by === null || Date.parse(at) <= Date.parse(by);
  if (fits(start, end.resolvedAt)) return { startedAt: start, ...end };
  const stays = isFollowing ? { resolvedAt: facts.resolvedAt, status: facts.status } : end;
  const begin = [start, facts.startedAt].find((at) => fits(at, stays.resolvedAt)) ?? stays.resolvedAt ?? start;
  return { startedAt: begin, ...stays };
}

/** The largest difference between two clock readings in one request. */
const ENTRY_MS = 1000;

/** Returns whether the start is more than the time of entry: a person set it, or the timeline did. */
export const isStartKnown = (row: { startGiven: boolean; startedAt: Date; createdAt: Date }): boolean =>
  row.startGiven || Math.abs(row.startedAt.getTime() - row.createdAt.getTime()) > ENTRY_MS;

/** Returns when the timeline says the incident was resolved although its state is open. Null if they agree. */
export const resolvedBesideOpen = (status: IncidentStatus, milestones: MilestoneTimes): string | null =>
  status === "open" ? milestoneAt(milestones, "resolved") : null;
