import type { ChangeHealth, ChangeStatus } from "#lib/base/vocabulary/strategic-change.ts";
import type { StrategicChangeRow } from "#lib/contract/strategic-change.ts";
import { quarterWords } from "#lib/follow/strategic-change/quarter.ts";

export const VIEWS = ["current", "mine", "delivered", "aside", "all"] as const;
export type View = (typeof VIEWS)[number];

export const VIEW_WORDS: Record<View, string> = {
  current: "Current",
  mine: "Mine",
  delivered: "Delivered",
  aside: "Deferred or declined",
  all: "All",
};

const STATUSES_OF: Partial<Record<View, readonly ChangeStatus[]>> = {
  current: ["proposed", "funded", "in_progress"],
  delivered: ["delivered", "effect_checked"],
  aside: ["deferred", "declined"],
};

export interface ChangeFilters {
  q: string;
  health: ChangeHealth[];
  quarter: string[];
  /** Teams that lead a change or work on it. */
  team: string[];
  archived: boolean;
}

/** Input of the list for a view and filters. */
export function listInputOf(view: View, { q, health, quarter, team, archived }: ChangeFilters) {
  const status = STATUSES_OF[view];
  return {
    limit: 100,
    mine: view === "mine",
    archived,
    ...(status ? { status: [...status] } : {}),
    ...(health.length > 0 ? { health } : {}),
    ...(quarter.length > 0 ? { targetQuarter: quarter } : {}),
    ...(team.length > 0 ? { team } : {}),
    ...(q.trim() ? { q: q.trim() } : {}),
  };
}

export const isFiltered = ({ q, health, quarter, team, archived }: ChangeFilters) =>
  q.trim() !== "" || health.length > 0 || quarter.length > 0 || team.length > 0 || archived;

export interface QuarterGroup {
  quarter: string | null;
  label: string;
  rows: StrategicChangeRow[];
}

/** Returns rows in list order with one group per target quarter. */
export function byQuarter(rows: readonly StrategicChangeRow[]): QuarterGroup[] {
  const groups: QuarterGroup[] = [];
  for (const row of rows) {
    const last = groups.at(-1);
    if (last && last.quarter === row.targetQuarter) last.rows.push(row);
    else {
      const label = row.targetQuarter === null ? "No quarter yet" : quarterWords(row.targetQuarter);
      groups.push({ quarter: row.targetQuarter, label, rows: [row] });
    }
  }
  return groups;
}

const many = (n: number, one: string, other: string) => `${n} ${n === 1 ? one : other}`;

/** "7 changes address 21 incidents. 1 is off track, 1 is at risk, 2 without a recent update." */
export function summaryOf(rows: readonly StrategicChangeRow[]): string {
  const incidents = new Set(rows.flatMap((row) => row.incidents.map((incident) => incident.key))).size;
  const verb = rows.length === 1 ? "addresses" : "address";
  const first = `${many(rows.length, "change", "changes")} ${verb} ${many(incidents, "incident", "incidents")}.`;
  const open = rows.filter((row) => row.status === "funded" || row.status === "in_progress");
  const of = (health: ChangeHealth) => open.filter((row) => row.health === health).length;
  const stale = open.filter((row) => row.stale).length;
  const parts = [
    of("off_track") > 0 ? `${of("off_track")} off track` : null,
    of("at_risk") > 0 ? `${of("at_risk")} at risk` : null,
    stale > 0 ? `${stale} without a recent update` : null,
  ].filter((part) => part !== null);
  return parts.length === 0 ? first : `${first} ${parts.join(", ")}.`;
}

/** The quarters in a menu: this one, the next five, and those already set. */
export function quarterChoices(current: string, next: (from: string, steps: number) => string, set: readonly string[]) {
  const coming = Array.from({ length: 6 }, (_, steps) => next(current, steps));
  return [...new Set([...set, ...coming])].sort();
}
