import type { IncidentStatus } from "#lib/base/vocabulary/incident.ts";
import type { MilestoneTimes } from "./metrics.ts";
import type { MilestoneName } from "./milestone-names.ts";

/** The basis of start, end and state of an incident. Instants are ISO 8601 in UTC. */
export interface SpanFacts {
  startedAt: string;
  resolvedAt: string | null;
  status: IncidentStatus;
  /** A person gave the start. */
  startGiven: boolean;
  /** A person gave end or state. */
  endGiven: boolean;
  milestones: MilestoneTimes;
  /** Start of the first impact window. */
  firstWindow: string | null;
  /** First event of the timeline with a time. */
  firstEvent: string | null;
}

export interface Span {
  startedAt: string;
  resolvedAt: string | null;
  status: IncidentStatus;
}

/** The instant of a milestone; null while it is unknown. */
export function milestoneAt(milestones: MilestoneTimes, name: MilestoneName): string | null {
  const time = milestones[name];
  return time && time.precision !== "unknown" ? time.at : null;
}

/**
 * The one decision about start, end and state. Values from a person stay. Otherwise impact decides the start, else the
 * first signal, else the first event; the resolved milestone decides the end of an incident that was resolved by it.
 * `accepted`: the resolved milestone is accepted now and so sets the state.
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
  // A start behind the end is a contradiction for a person: it is shown, and nothing is stored that cannot be.
  const fits = (at: string, by: string | null) => by === null || Date.parse(at) <= Date.parse(by);
  if (fits(start, end.resolvedAt)) return { startedAt: start, ...end };
  const stays = isFollowing ? { resolvedAt: facts.resolvedAt, status: facts.status } : end;
  const begin = [start, facts.startedAt].find((at) => fits(at, stays.resolvedAt)) ?? stays.resolvedAt ?? start;
  return { startedAt: begin, ...stays };
}

/** The largest distance of two clock readings in one step. */
const ENTRY_MS = 1000;

/** Whether the start is more than the moment of entry: a person gave it, or something on the timeline did. */
export const isStartKnown = (row: { startGiven: boolean; startedAt: Date; createdAt: Date }): boolean =>
  row.startGiven || Math.abs(row.startedAt.getTime() - row.createdAt.getTime()) > ENTRY_MS;

/** When the timeline says it was resolved although the state says open; null while the two agree. */
export const resolvedBesideOpen = (status: IncidentStatus, milestones: MilestoneTimes): string | null =>
  status === "open" ? milestoneAt(milestones, "resolved") : null;
