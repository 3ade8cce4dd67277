import { formatDuration } from "#lib/base/time/duration.ts";
import type { Precision } from "#lib/base/time/precision.ts";
import { type EventKind, wordsOfKind } from "#lib/base/vocabulary/event-kinds.ts";
import { type MilestoneTime, type MilestoneTimes, ROLL_BACK_TARGET_SECONDS } from "./metrics.ts";
import { MILESTONE_WORDS, type MilestoneName } from "./milestone-names.ts";
import { worstWait } from "./update-cadence.ts";

export const MEASURES = [
  "detect",
  "acknowledge",
  "declare",
  "commander",
  "first_update",
  "cadence",
  "roll_back",
  "mitigate",
  "recover",
] as const;
export type MeasureName = (typeof MEASURES)[number];

/** Default target for the first public update and for the wait between two of them, in seconds. */
export const UPDATE_TARGET_SECONDS = 1800;

/** One end of a measure: a milestone, or an event of a kind. `at` is null if it isn't on the timeline. */
export interface MeasureEnd {
  words: string;
  at: string | null;
  eventId: string | null;
  /** The milestone to set when it is missing. */
  milestone: MilestoneName | null;
}

export interface ResponseMeasure {
  name: MeasureName;
  label: string;
  from: MeasureEnd;
  to: MeasureEnd;
  /** `to` minus `from`. Null is unknown, never a guess. */
  seconds: number | null;
  approximate: boolean;
  targetSeconds: number | null;
  note: string;
}

export interface MeasuredEvent {
  id: string;
  at: string | null;
  precision: Precision;
  kind: EventKind;
  hidden: boolean;
}

export interface MeasuresInput {
  milestones: MilestoneTimes;
  /** In reading order. */
  events: readonly MeasuredEvent[];
  /** End of the last impact window. Null while one is open, undefined without windows. */
  impactEndedAt?: string | null | undefined;
  /** ISO 8601. The wait for the next update lasts until now. */
  now: string;
}

type Timed = MeasuredEvent & { at: string };

const PAIRS: readonly [MeasureName, string, from: MilestoneName, to: MilestoneName, targetSeconds: number | null][] = [
  ["detect", "Detect", "impact_started", "detected", null],
  ["acknowledge", "Acknowledge", "detected", "acknowledged", null],
  ["declare", "Declare", "detected", "declared", null],
  ["commander", "Commander", "declared", "commander_assigned", null],
  ["first_update", "First status update", "impact_started", "first_public_update", UPDATE_TARGET_SECONDS],
  ["mitigate", "Mitigate", "impact_started", "mitigated", null],
  ["recover", "Recover", "mitigated", "resolved", null],
];

const known = (time: MilestoneTime | undefined) => (time && time.precision !== "unknown" ? time : undefined);
const COARSE: readonly Precision[] = ["approx", "hour", "day"];

/** Returns the measures of the response, each with both of its ends, in the order of MEASURES. */
export function responseMeasures(input: MeasuresInput): ResponseMeasure[] {
  const timed = input.events.filter((event): event is Timed => event.at !== null && !event.hidden);
  const pairs = PAIRS.map(([name, label, from, to, targetSeconds]) => ({
    ...between(endOf(input.milestones, from), endOf(input.milestones, to)),
    name,
    label,
    targetSeconds,
    note: name === "detect" ? customerNote(input.milestones, timed) : "",
  }));
  const all: ResponseMeasure[] = [...pairs, cadence(input, timed), rollBack(timed)];
  return MEASURES.flatMap((name) => all.find((measure) => measure.name === name) ?? []);
}

interface KnownEnd extends MeasureEnd {
  precision: Precision;
}

function endOf(milestones: MilestoneTimes, name: MilestoneName): KnownEnd {
  const time = known(milestones[name]);
  return {
    words: MILESTONE_WORDS[name].toLowerCase(),
    at: time?.at ?? null,
    eventId: time?.eventId ?? null,
    milestone: name,
    precision: time?.precision ?? "unknown",
  };
}

/** Ends out of order give no value. Both are shown, and the timeline warns about them. */
function between(from: KnownEnd, to: KnownEnd): Pick<ResponseMeasure, "from" | "to" | "seconds" | "approximate"> {
  const { precision: fromPrecision, ...start } = from;
  const { precision: toPrecision, ...end } = to;
  const exact = from.at === null || to.at === null ? null : (Date.parse(to.at) - Date.parse(from.at)) / 1000;
  const isExact = fromPrecision === "exact" && toPrecision === "exact";
  return {
    from: start,
    to: end,
    seconds: exact === null || exact < 0 ? null : isExact ? exact : Math.round(exact / 60) * 60,
    approximate: COARSE.includes(fromPrecision) || COARSE.includes(toPrecision),
  };
}

/** Returns whether monitoring or a customer was first, and by how much. */
function customerNote(milestones: MilestoneTimes, timed: readonly Timed[]): string {
  const detected = known(milestones.detected);
  const report = timed.find((event) => event.kind === "customer_report");
  if (!detected) return "";
  if (!report) return "no customer report on the timeline";
  const lead = (Date.parse(report.at) - Date.parse(detected.at)) / 1000;
  if (report.id === detected.eventId || lead === 0) return "detected by a customer report";
  const words = `${formatDuration(Math.abs(lead))} ${lead > 0 ? "before" : "after"} the first customer report`;
  return words;
}

const eventEnd = (event: Timed | undefined, words: string): KnownEnd => ({
  words,
  at: event?.at ?? null,
  eventId: event?.id ?? null,
  milestone: null,
  precision: event?.precision ?? "unknown",
});

/** Returns the first start of a rollback, and the first end of one after it. */
function rollBack(timed: readonly Timed[]): ResponseMeasure {
  const finishes = timed.filter((event) => event.kind === "rollback_finished");
  const start = timed.find((event) => event.kind === "rollback_started");
  const end = finishes.find((event) => !start || Date.parse(event.at) >= Date.parse(start.at));
  return {
    ...between(eventEnd(start, wordsOfKind("rollback_started").toLowerCase()), eventEnd(end, "rollback finished")),
    name: "roll_back",
    label: "Roll back",
    targetSeconds: ROLL_BACK_TARGET_SECONDS,
    note: start || end ? "" : "no rollback on the timeline",
  };
}

function cadence({ milestones, impactEndedAt, now }: MeasuresInput, timed: readonly Timed[]): ResponseMeasure {
  const started = known(milestones.impact_started)?.at ?? null;
  const resolved = known(milestones.resolved)?.at ?? null;
  const updates = timed.filter((event) => event.kind === "public_update");
  // Without a known start of impact, no further update is expected.
  const isKnown = started !== null || impactEndedAt !== undefined || resolved !== null;
  const wait = worstWait(updates, {
    from: started,
    to: impactEndedAt === undefined ? resolved : impactEndedAt,
    now: isKnown ? now : (updates.at(-1)?.at ?? now),
  });
  const update = (event: Timed | undefined) => eventEnd(event, "update");
  const until: KnownEnd =
    wait && wait.to === null
      ? { words: wait.untilWords, at: wait.untilAt, eventId: null, milestone: null, precision: "exact" }
      : update(wait?.to ?? undefined);
  return {
    ...between(update(wait?.from), until),
    name: "cadence",
    label: "Update cadence",
    targetSeconds: UPDATE_TARGET_SECONDS,
    note: wait ? "" : "needs two public updates",
  };
}
