import { countWords } from "#lib/base/text/sentence.ts";
import { latenessWords } from "#lib/base/time/lateness-words.ts";
import type { LocalDate } from "#lib/base/time/local-date.ts";
import type { ActionStatus, EffectAnswer } from "#lib/base/vocabulary/action-item.ts";
import {
  CHANGE_HEALTH_WORDS,
  CHANGE_STATUS_WORDS,
  type ChangeHealth,
  type ChangeStatus,
} from "#lib/base/vocabulary/strategic-change.ts";
import { daysLate } from "../action-item/lateness.ts";

interface ConditionFix {
  key: string;
  status: ActionStatus;
  dueDate: LocalDate | null;
  waivedUntil: LocalDate | null;
  verifiedAt: string | null;
  /** Null: no one has said whether it worked since it was last asked. */
  worked: EffectAnswer | null;
}

interface ConditionChange {
  key: string;
  status: ChangeStatus;
  health: ChangeHealth | null;
}

interface Seen {
  incidentCount: number;
  minutes: number | null;
  fixes: readonly ConditionFix[];
  changes: readonly ConditionChange[];
}

interface SeenIncident {
  key: string;
  startedAt: string;
  counted: boolean;
}

/** Returns how far the fixes of a condition are on a day, the latest first. Declined ones don't count. */
export function stateOfFixes(fixes: readonly ConditionFix[], today: LocalDate) {
  const meant = fixes.filter(({ status }) => status !== "declined");
  const late = meant
    .map((fix) => ({ key: fix.key, days: daysLate(fix, today) ?? 0 }))
    .filter(({ days }) => days > 0)
    .sort((one, other) => other.days - one.days);
  return { total: meant.length, verified: meant.filter(({ status }) => status === "verified").length, late };
}

/** Returns how often a condition was seen: "seen in 3 incidents, 1,204 weighted minutes". */
export function seenWords({ incidentCount, minutes }: Pick<Seen, "incidentCount" | "minutes">): string {
  const seen = incidentCount === 1 ? "seen once" : `seen in ${countWords(incidentCount, "incident")}`;
  return minutes === null ? seen : `${seen}, ${countWords(Math.round(minutes), "weighted minute")}`;
}

/** Returns the health of a change while it is in progress. Null before and after. */
export const ratedHealth = ({ status, health }: Omit<ConditionChange, "key">): ChangeHealth | null =>
  status === "in_progress" ? health : null;

const HEALTH_ORDER: readonly (ChangeHealth | null)[] = ["off_track", "at_risk", "on_track", null];
const STATUS_ORDER: readonly ChangeStatus[] = [
  ...(["in_progress", "funded", "proposed", "delivered", "effect_checked", "deferred"] as const),
];

/** Returns the changes of a condition, the worst health first. Declined ones only if there are no others. */
export function changesInOrder<Change extends ConditionChange>(changes: readonly Change[]): Change[] {
  const meant = changes.filter(({ status }) => status !== "declined");
  if (meant.length === 0) return [...changes];
  const byHealth = (change: Change) => HEALTH_ORDER.indexOf(ratedHealth(change));
  const byStatus = ({ status }: Change) => STATUS_ORDER.indexOf(status);
  return meant.sort((one, other) => byHealth(one) - byHealth(other) || byStatus(one) - byStatus(other));
}

/** Returns the state of its fixes and changes: "ACT-12 39 d late", "1 of 5 fixes verified, SC-12 at risk", "no fix yet". */
export function fixWords({ fixes, changes }: Pick<Seen, "fixes" | "changes">, today: LocalDate): string {
  const { total, verified, late } = stateOfFixes(fixes, today);
  const counted = total === 0 ? [] : [`${verified} of ${countWords(total, "fix", "fixes")} verified`];
  const latest = late[0] ? [`${late[0].key} ${latenessWords(late[0].days)}`] : counted;
  return [...latest, ...changeWords(changes)].join(", ") || "no fix yet";
}

function changeWords(changes: readonly ConditionChange[]): string[] {
  const [first, ...others] = changesInOrder(changes);
  if (!first || first.status === "declined") return [];
  const health = ratedHealth(first);
  const words = health ? CHANGE_HEALTH_WORDS[health] : CHANGE_STATUS_WORDS[first.status];
  const more = others.length > 0 ? ` and ${countWords(others.length, "more change", "more changes")}` : "";
  return [`${first.key} ${words.toLowerCase()}${more}`];
}

/** Returns the incidents that started after a fix was verified, the fixes that they question, and those not answered. */
export function comebacksOf(incidents: readonly SeenIncident[], fixes: readonly ConditionFix[]) {
  const verified = fixes.flatMap(({ key, verifiedAt, worked }) =>
    verifiedAt === null ? [] : { key, at: verifiedAt, worked },
  );
  const isAfter = (startedAt: string) => (fix: { at: string }) => Date.parse(fix.at) < Date.parse(startedAt);
  const counted = incidents.filter((incident) => incident.counted);
  const questioned = verified.filter((fix) => counted.some(({ startedAt }) => isAfter(startedAt)(fix)));
  return {
    incidents: counted.filter(({ startedAt }) => verified.some(isAfter(startedAt))),
    questioned: questioned.map(({ key }) => key),
    unanswered: questioned.flatMap(({ key, worked }) => (worked === null ? [key] : [])),
  };
}

/** Returns which fix was the last to be verified before an incident started: "after ACT-9", or that none was. */
export function fixBeforeWords({ startedAt }: Pick<SeenIncident, "startedAt">, fixes: readonly ConditionFix[]): string {
  const before = fixes.filter(
    ({ verifiedAt }) => verifiedAt !== null && Date.parse(verifiedAt) < Date.parse(startedAt),
  );
  const [last] = before.toSorted((one, other) => Date.parse(other.verifiedAt ?? "") - Date.parse(one.verifiedAt ?? ""));
  return last ? `after ${last.key}` : "no fix yet";
}

/** Returns what the trend shows, as one sentence. */
export function findingWords(
  condition: Pick<Seen, "incidentCount" | "fixes"> & { incidents: readonly SeenIncident[] },
): string {
  const { incidents, questioned } = comebacksOf(condition.incidents, condition.fixes);
  const [fix] = questioned;
  if (fix) {
    const times = incidents.length === 1 ? "once" : incidents.length === 2 ? "twice" : `${incidents.length} times`;
    return `It recurred ${times} after ${fix} was verified`;
  }
  const verified = condition.fixes.filter(({ verifiedAt }) => verifiedAt !== null);
  if (verified[0]) return `It hasn't recurred since ${verified[0].key} was verified`;
  return condition.incidentCount > 1
    ? `Seen in ${countWords(condition.incidentCount, "incident")}, and no fix is verified`
    : "Seen once";
}

/** Returns the weighted minutes of incidents, null if none is known. */
export function totalMinutes(incidents: readonly { minutes: number | null }[]): number | null {
  const known = incidents.flatMap(({ minutes }) => minutes ?? []);
  return known.length === 0 ? null : Math.round(known.reduce((sum, one) => sum + one, 0) * 10) / 10;
}
