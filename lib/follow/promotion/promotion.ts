import { addDays } from "#lib/base/time/local-date.ts";
import { DAY_MS } from "#lib/base/time/spans.ts";
import type { ChangeStatus } from "#lib/base/vocabulary/strategic-change.ts";
import { accountService } from "#lib/incidents/impact/account.ts";
import type { Window } from "#lib/incidents/impact/window.ts";
import { addQuarters, type Quarter, quarterDays, quarterOf } from "../strategic-change/quarter.ts";

/** When a condition is proposed as a strategic change. An admin can change it. */
export interface Thresholds {
  /** So many incidents within so many days. */
  incidents: number;
  days: number;
  /** Percentage of a service's budget of a quarter that has to be exceeded. */
  budgetPercent: number;
  /** So many small fixes. */
  fixes: number;
}

/** How far back incidents are considered. */
export const LOOK_BACK_DAYS = 365;

/** Facts about a condition. Only incidents that count, none of them a drill or cancelled. */
export interface ConditionFacts {
  incidents: readonly { key: string; startedAt: string }[];
  /** Actions that address it, without declined ones. */
  fixes: readonly { key: string; verifiedAt: string | null }[];
  /** The windows of its incidents, by service. */
  services: readonly { id: string; name: string; targetPercent: number; windows: readonly Window[] }[];
}

export type PromotionReason =
  | { rule: "recurrence"; incidentKeys: string[]; days: number; limit: number }
  | {
      rule: "budget";
      serviceId: string;
      service: string;
      quarter: Quarter;
      percent: number;
      minutes: number;
      limit: number;
    }
  | { rule: "fixes"; count: number; verified: number; limit: number };

/**
 * Returns why a condition should become a strategic change: several incidents within some days, too much of a service's
 * budget of a quarter, or several small fixes. Only what happened in the 365 days before `now` counts.
 */
export function promotionReasons(facts: ConditionFacts, thresholds: Thresholds, now: string): PromotionReason[] {
  return [...recurrence(facts, thresholds, now), ...budgets(facts, thresholds, now), ...piledUp(facts, thresholds)];
}

function recurrence({ incidents }: ConditionFacts, limits: Thresholds, now: string): PromotionReason[] {
  const earliest = Date.parse(now) - LOOK_BACK_DAYS * DAY_MS;
  const newestFirst = incidents.toSorted((one, other) => Date.parse(other.startedAt) - Date.parse(one.startedAt));
  for (const [at, later] of newestFirst.entries()) {
    const group = newestFirst.slice(at, at + limits.incidents);
    const earlier = group[limits.incidents - 1];
    if (!earlier || Date.parse(later.startedAt) < earliest) return [];
    const days = Math.floor((Date.parse(later.startedAt) - Date.parse(earlier.startedAt)) / DAY_MS);
    if (days <= limits.days)
      return [{ rule: "recurrence", incidentKeys: group.map(({ key }) => key), days, limit: limits.days }];
  }
  return [];
}

/** The whole budget of a quarter counts, including the one in progress, so a quarter's first day isn't all of it. */
function budgets({ services }: ConditionFacts, { budgetPercent: limit }: Thresholds, now: string): PromotionReason[] {
  const nowMs = Date.parse(now);
  return services.flatMap(({ id, name, targetPercent, windows }) =>
    recentQuarters(now).flatMap((quarter): PromotionReason[] => {
      const { first, last } = quarterDays(quarter);
      const [fromMs, toMs] = [Date.parse(first), Date.parse(addDays(last, 1))];
      const { weightedDownSeconds } = accountService({ windows, fromMs, toMs, nowMs, targetPercent });
      const { budgetSeconds } = accountService({ windows: [], fromMs, toMs, nowMs: toMs, targetPercent });
      if (weightedDownSeconds === 0 || weightedDownSeconds * 100 <= budgetSeconds * limit) return [];
      const percent = budgetSeconds > 0 ? Math.round((weightedDownSeconds / budgetSeconds) * 100) : 100;
      const minutes = Math.round(weightedDownSeconds / 6) / 10;
      return [{ rule: "budget", serviceId: id, service: name, quarter, percent, minutes, limit }];
    }),
  );
}

const QUARTERS = 4;
const recentQuarters = (now: string): Quarter[] => {
  const current = quarterOf(now.slice(0, 10));
  return Array.from({ length: QUARTERS }, (_, back) => addQuarters(current, -back));
};

function piledUp({ fixes }: ConditionFacts, { fixes: limit }: Thresholds): PromotionReason[] {
  if (fixes.length < limit) return [];
  const verified = fixes.filter(({ verifiedAt }) => verifiedAt !== null).length;
  return [{ rule: "fixes", count: fixes.length, verified, limit }];
}

const TAKEN_UP: readonly ChangeStatus[] = ["proposed", "funded", "in_progress", "delivered", "effect_checked"];

/** Returns whether a strategic change already addresses a condition. One that is deferred or declined doesn't. */
export const isTakenUp = (changes: readonly { status: ChangeStatus }[]): boolean =>
  changes.some(({ status }) => TAKEN_UP.includes(status));

/** Returns an id for each incident, failed fix and reason that existed when a proposal was set aside. */
export function promotionMarks(facts: ConditionFacts, reasons: readonly PromotionReason[]): string[] {
  const failed = facts.fixes.filter(
    ({ verifiedAt }) => verifiedAt !== null && facts.incidents.some(({ startedAt }) => isAfter(startedAt, verifiedAt)),
  );
  return [
    ...facts.incidents.map(({ key }) => key),
    ...failed.map(({ key }) => `${key} failed`),
    ...reasons.map((reason) =>
      reason.rule === "budget" ? `budget ${reason.serviceId} ${reason.quarter}` : reason.rule,
    ),
  ];
}

const isAfter = (one: string, other: string) => Date.parse(one) > Date.parse(other);

/** Returns what is new since a proposal was set aside. It is asked again only if there is something. */
export const newMarks = (marks: readonly string[], seen: readonly string[]): string[] =>
  marks.filter((mark) => !seen.includes(mark));
