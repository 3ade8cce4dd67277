import { countWords } from "#lib/base/text/sentence.ts";
import { latenessWords } from "#lib/base/time/lateness-words.ts";
import type { LocalDate } from "#lib/base/time/local-date.ts";
import type { ActionStatus } from "#lib/base/vocabulary/action-item.ts";
import { daysLate } from "../action-item/lateness.ts";

interface ConditionFix {
  key: string;
  status: ActionStatus;
  dueDate: LocalDate | null;
  waivedUntil: LocalDate | null;
  verifiedAt: string | null;
}

interface Seen {
  incidentCount: number;
  minutes: number | null;
  fixes: readonly ConditionFix[];
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

/** Returns the state of its fixes: "ACT-12 39 d late", "1 of 5 fixes verified", or that there are none. */
export function fixWords({ fixes }: Pick<Seen, "fixes">, today: LocalDate): string {
  const { total, verified, late } = stateOfFixes(fixes, today);
  if (late[0]) return `${late[0].key} ${latenessWords(late[0].days)}`;
  return total === 0 ? "no fix yet" : `${verified} of ${countWords(total, "fix", "fixes")} verified`;
}

/** Returns the incidents that started after a fix was verified, and the fixes that they question. */
export function comebacksOf(incidents: readonly SeenIncident[], fixes: readonly ConditionFix[]) {
  const verified = fixes.flatMap(({ key, verifiedAt }) => (verifiedAt === null ? [] : { key, at: verifiedAt }));
  const isAfter = (startedAt: string) => (fix: { at: string }) => Date.parse(fix.at) < Date.parse(startedAt);
  const counted = incidents.filter((incident) => incident.counted);
  return {
    incidents: counted.filter(({ startedAt }) => verified.some(isAfter(startedAt))),
    questioned: verified
      .filter((fix) => counted.some(({ startedAt }) => isAfter(startedAt)(fix)))
      .map((fix) => fix.key),
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
