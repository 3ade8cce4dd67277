import type { Precision } from "#lib/base/time/precision.ts";
import { type EventKind, groupOfKind, wordsOfKind } from "#lib/base/vocabulary/event-kinds.ts";
import type { MilestoneTimes } from "./metrics.ts";
import { MILESTONES, type MilestoneName } from "./milestone-names.ts";

export interface SuggestibleEvent {
  id: string;
  at: string | null;
  precision: Precision;
  kind: EventKind;
  title: string;
  body?: string;
  hidden?: boolean;
}

export interface MilestoneSuggestion {
  name: MilestoneName;
  eventId: string;
  at: string;
  reason: string;
}

interface Timed extends SuggestibleEvent {
  at: string;
}

/** One way to find a milestone: by kinds, by words of a title, or by either; `label` is looked for in title and body. */
interface Rule {
  pick: "first" | "last";
  kinds?: readonly EventKind[];
  words?: RegExp;
  /** What the title or body of an event of the kind has to say as well. */
  saying?: RegExp;
  label?: RegExp;
}

const RULES: Partial<Record<MilestoneName, readonly Rule[]>> = {
  impact_started: [
    // A label in capitals is how a writer marks the moment.
    { pick: "first", label: /\b(?:OUTAGE|IMPACT|INCIDENT|DOWNTIME) (?:BEGINS|BEGAN|STARTS|STARTED|START)\b/ },
    { pick: "first", words: /\b(?:outage|downtime|(?:customer |user )impact) (?:begins|began|starts|started)\b/i },
    { pick: "first", kinds: ["impact_started"] },
    {
      pick: "first",
      words:
        /\b(?:(?:customer )?impact (?:started|starts|began|begins)|start of (?:customer )?impact|(?:customers|users) (?:started|began) (?:to see|seeing|to get|getting|to experience|experiencing))\b/i,
    },
  ],
  detected: [
    {
      pick: "first",
      kinds: ["alert_fired", "customer_report", "paged"],
      words:
        /^(?:initial |first |automated )?detection\b|^(?!nobody\b|no one\b)(?:we|@?\S+(?= notic)|(?:our |the )?(?:\S+ ){0,3}(?:people|team|engineers?|staff)) (?:first )?(?:detect(?:s|ed)?|notic(?:e|es|ed))\b|\b(?:first (?:noticed|detected|alert|report(?:ed)?|recorded|observed|seen)|alerts? (?:fired|triggered)|(?:issue|incident|problem|outage) (?:was )?detected|(?:noticed|notices|found|finds|discovered|spotted) (?:the|an|this) (?:issue|problem|outage))\b/i,
    },
  ],
  paged: [{ pick: "first", kinds: ["paged"] }],
  acknowledged: [{ pick: "first", kinds: ["acknowledged"] }],
  responding: [
    { pick: "first", words: /\b(?:started|starting|began) (?:to )?investigat(?:e|ing)\b/i },
    { pick: "first", kinds: ["joined"] },
  ],
  declared: [
    { pick: "first", kinds: ["declared"] },
    {
      pick: "first",
      words:
        /\b(?:declared (?:an? )?(?:sev\S* )?incident|incident (?:was )?(?:declared|opened))\b(?! (?:as )?(?:resolved|over|closed|mitigated|ended))/i,
    },
  ],
  commander_assigned: [{ pick: "first", kinds: ["commander_assigned"] }],
  first_public_update: [{ pick: "first", kinds: ["public_update"] }],
  mitigated: [
    { pick: "first", kinds: ["mitigated"] },
    { pick: "first", kinds: ["rollback_finished"] },
    {
      pick: "first",
      words:
        /\b(?:hot ?-?fix|bug ?fix|fix|patch|workaround|mitigation)\b.{0,30}\b(?:is |was |been |now )?(?:live|(?:fully )?(?:deployed|applied|rolled out|released|shipped) (?:and live|to production|everywhere|to all)|in place)\b/i,
    },
    // Watching alone says nothing of how it stands.
    {
      pick: "first",
      kinds: ["monitoring"],
      saying:
        /\b(?:fix\w*|patch\w*|roll(?:ed)? ?back|workaround|mitigat\w*|solution|restored|recover\w*|implemented|deployed|stable|stabili\w*|back to normal|resolved)\b/i,
    },
  ],
  resolved: [
    {
      pick: "last",
      label:
        /\b(?:OUTAGE|IMPACT|INCIDENT|DOWNTIME) (?:ENDS|ENDED|END|OVER|RESOLVED)\b|\bEND OF (?:THE )?(?:OUTAGE|IMPACT|INCIDENT|DOWNTIME)\b|(?:^|[.!] )End of (?:the )?(?:outage|downtime)\b/,
    },
    { pick: "last", kinds: ["resolved"] },
    { pick: "last", kinds: ["impact_ended"] },
    {
      pick: "last",
      label:
        /\b(?:(?:things|everything|all|services?|systems?|site) (?:is|are|was|were) back (?:to|in) (?:normal|working order)|(?:services?|systems?|(?:web ?)?site)\b.{0,30} (?:come|came|is|are|was|were) back online)\b/i,
    },
  ],
  closed: [{ pick: "last", kinds: ["closed"] }],
};

const MITIGATION_STARTS: readonly EventKind[] = [
  "mitigation_started",
  "rollback_started",
  "flag_off",
  "scaled",
  "rerouted",
  "restarted",
];
const SUSPECT_WINDOW_MS = 3_600_000;
const BODY_READ = 4000;

const minutesBetween = (from: string, to: string) => Math.round((Date.parse(to) - Date.parse(from)) / 60_000);

function byRules(name: MilestoneName, events: readonly Timed[]): MilestoneSuggestion | null {
  for (const { pick, kinds, words, saying, label } of RULES[name] ?? []) {
    const inWords = (pattern: RegExp | undefined, { title, body = "" }: Timed) =>
      pattern !== undefined && (pattern.test(title) || pattern.test(body.slice(0, BODY_READ)));
    const isOfKind = (event: Timed) =>
      kinds?.includes(event.kind) === true && (saying === undefined || inWords(saying, event));
    const says = (event: Timed) => words?.test(event.title) || inWords(label, event);
    const found = events.filter((event) => isOfKind(event) || says(event));
    const event = pick === "first" ? found[0] : found.at(-1);
    if (!event) continue;
    const what = isOfKind(event) ? `event of kind “${wordsOfKind(event.kind)}”` : "event whose words say so";
    const reason = found.length === 1 ? `The only ${what}` : `The ${pick} of ${found.length}: ${what}`;
    return { name, eventId: event.id, at: event.at, reason };
  }
  return null;
}

/** The end of the last round: what was declared or opened again after it was resolved is not resolved by that. */
function resolution(events: readonly Timed[]): MilestoneSuggestion | null {
  const whole = byRules("resolved", events);
  const again = events.findLastIndex(({ kind }) => kind === "declared" || kind === "reopened");
  const wasResolved = events.slice(0, Math.max(0, again)).some(({ kind }) => kind === "resolved");
  const after = events.slice(again + 1);
  if (!wasResolved || after.some(({ id }) => id === whole?.eventId)) return whole;
  const closed = after.findLast(({ kind }) => kind === "closed");
  const found = byRules("resolved", after);
  if (found || !closed) return found;
  const reason = "The close of what was opened again after it had been resolved";
  return { name: "resolved", eventId: closed.id, at: closed.at, reason };
}

/** The first attempt behind the last one that was recorded as failed. */
function mitigationStart(events: readonly Timed[], mitigatedAt: string | null): MilestoneSuggestion | null {
  const before = events.filter(({ at }) => mitigatedAt === null || Date.parse(at) <= Date.parse(mitigatedAt));
  const failedAt = before.findLastIndex(({ kind }) => kind === "mitigation_failed");
  const event = before.slice(failedAt + 1).find(({ kind }) => MITIGATION_STARTS.includes(kind));
  if (!event) return null;
  const reason = failedAt >= 0 ? "The first step after the last failed one" : "The first step of mitigation";
  return { name: "mitigation_started", eventId: event.id, at: event.at, reason };
}

/** The last change within an hour before impact, to be confirmed by a person. */
function triggerChange(events: readonly Timed[], impactAt: string | null): MilestoneSuggestion | null {
  if (impactAt === null) return null;
  const event = events.findLast(({ at, kind }) => {
    const lead = Date.parse(impactAt) - Date.parse(at);
    return groupOfKind(kind) === "change" && lead >= 0 && lead <= SUSPECT_WINDOW_MS;
  });
  if (!event) return null;
  const reason = `The last change before impact, ${minutesBetween(event.at, impactAt)} m earlier`;
  return { name: "trigger_change", eventId: event.id, at: event.at, reason };
}

const isTimed = (event: SuggestibleEvent): event is Timed =>
  event.at !== null && event.precision !== "unknown" && event.hidden !== true;

/**
 * Suggestions for the milestones that are not settled yet (set, or marked as not applicable), in their textbook order.
 * Impact start comes only from an event that states it.
 */
export function suggestMilestones(
  events: readonly SuggestibleEvent[],
  milestones: MilestoneTimes,
  notApplicable: readonly MilestoneName[] = [],
): MilestoneSuggestion[] {
  const timed = events.filter(isTimed).sort((a, b) => Date.parse(a.at) - Date.parse(b.at));
  const instantOf = (name: MilestoneName) => {
    const time = milestones[name];
    return time && time.precision !== "unknown" ? time.at : (byRules(name, timed)?.at ?? null);
  };
  const suggest = (name: MilestoneName) => {
    if (name === "trigger_change") return triggerChange(timed, instantOf("impact_started"));
    if (name === "mitigation_started") return mitigationStart(timed, instantOf("mitigated"));
    if (name === "resolved") return resolution(timed);
    return byRules(name, timed);
  };
  return MILESTONES.filter((name) => !milestones[name] && !notApplicable.includes(name))
    .map(suggest)
    .filter((suggestion) => suggestion !== null);
}
