import type { LocalDate } from "#lib/base/time/local-date.ts";
import { DAY_MS } from "#lib/base/time/spans.ts";
import type { EffectVerdict } from "#lib/base/vocabulary/strategic-change.ts";
import { mayCheckEffect } from "./transition.ts";

/** The longest time that is compared before and after a change, in days. */
export const MOST_DAYS = 365;
/** Days after the delivery before anything is concluded. */
export const LEAST_DAYS = 30;

export interface Span {
  from: string;
  to: string;
}

/** Returns two equal spans: the one since the delivery, and the one before work started. The time of the work is left out. */
export function effectSpans(
  startedAt: string,
  deliveredAt: string,
  now: string,
): { before: Span; after: Span; days: number } {
  const delivered = Date.parse(deliveredAt);
  const lengthMs = Math.max(0, Math.min(Date.parse(now) - delivered, MOST_DAYS * DAY_MS));
  const iso = (ms: number) => new Date(ms).toISOString();
  const started = Date.parse(startedAt);
  return {
    before: { from: iso(started - lengthMs), to: iso(started) },
    after: { from: iso(delivered), to: iso(delivered + lengthMs) },
    days: Math.floor(lengthMs / DAY_MS),
  };
}

/** Below this, chance doesn't explain a difference. */
const UNLIKELY = 0.05;

/**
 * Returns how often chance alone gives a difference as large in its direction, 0 to 1: with an equal pace in two equal
 * spans, the count after is binomial with n = before + after and p = 1/2.
 */
export function chanceOf(before: number, after: number): number {
  const count = before + after;
  const fewest = Math.min(before, after);
  let [logTerm, sum] = [-count * Math.LN2, 0];
  for (let at = 0; at <= fewest; at++) {
    sum += Math.exp(logTerm);
    logTerm += Math.log((count - at) / (at + 1));
  }
  return Math.min(sum, 1);
}

/** Returns what the counts say. Too early within 30 days, and for a difference that chance explains. */
export function effectVerdict(before: number, after: number, days: number): EffectVerdict {
  if (days < LEAST_DAYS || chanceOf(before, after) >= UNLIKELY) return "too_early";
  return after < before ? "fewer" : "more";
}

interface Person {
  id: string;
}

/** Returns who is asked for the effect: the person named for it, otherwise the sponsor, never an owner. */
export function effectAskedOf<P extends Person>(change: {
  owner: Person | null;
  pastOwnerIds?: readonly string[];
  sponsor: P | null;
  effectBy: P | null;
}): P | null {
  const owned = { ownerId: change.owner?.id ?? null, pastOwnerIds: change.pastOwnerIds ?? [] };
  const isOther = (person: P | null) => person !== null && mayCheckEffect(owned, person.id);
  return [change.effectBy, change.sponsor].find(isOther) ?? null;
}

/** Days between two messages that ask for an effect which is due. */
const ASK_DAYS = 7;

/** Returns whether to ask by message for an effect: from its day on, again each week until it's recorded. */
export function asksForEffect(
  { dueOn, askedAt }: { dueOn: LocalDate | null; askedAt: string | null },
  today: LocalDate,
  now: string,
): boolean {
  if (dueOn === null || dueOn > today) return false;
  return askedAt === null || Date.parse(now) - Date.parse(askedAt) >= ASK_DAYS * DAY_MS;
}
