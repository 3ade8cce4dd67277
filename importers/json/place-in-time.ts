import type { ParseOptions } from "#importers/base/importer.ts";
import type { StatedTime } from "#importers/kit/read-instant.ts";
import { DAY_MS } from "#lib/base/time/spans.ts";
import type { EventKind } from "#lib/base/vocabulary/event-kinds.ts";
import { timesInRole, timesOf } from "./fields/field-times.ts";
import type { Fields } from "./fields/record-shape.ts";
import { isOfAThing, type TimeRole, timeRoleOf } from "./fields/time-names.ts";
import { endByDuration, mayLast } from "./lasting.ts";
import { momentsOf } from "./moments.ts";
import { lastOccurrence } from "./recurring.ts";
import type { Standing } from "./state-words.ts";
import { type FieldTime, firstTime } from "./told.ts";

/** One fact of a record, at the time that one of its fields states. */
export interface Placed {
  time: StatedTime;
  end: StatedTime | null;
  kind: EventKind;
  /** The step, if neither the kind nor the text of the record says it. */
  word?: string;
}

/** A record, its possible times, and its state. */
export interface Timed {
  /** The best time of the record. */
  chosen: FieldTime;
  fields: Fields;
  /** The objects inside, which can state what its own fields don't. */
  inner: readonly Fields[];
  standing: Standing | null;
  /** It has fields of alerts. Such a record was created when the alert fired. */
  isAlert: boolean;
  /** It isn't an entry of a log, whose other times are in other entries. */
  isWhole: boolean;
  /** It is the subject of a delivery, sent when it was last updated. */
  isDelivered: boolean;
  /** It is complete: a failed job or a passed run. */
  isDone: () => boolean;
  /** It was sent because it changed. */
  isChanged: () => boolean;
  /** An object inside states these two times as a span. */
  isSpan: (start: string, end: string) => boolean;
}

/**
 * Returns the facts of a record in order: fired, acknowledged, over. Without a state, or if open, the end belongs to
 * its only event. A time of storage suggests no kind.
 */
export function placeInTime(record: Timed, options: ParseOptions): Placed[] {
  const { chosen, fields, standing, isWhole } = record;
  const isPast = standing === "over" || standing === "acknowledged";
  const places = isPast ? [fields, ...record.inner] : [fields];
  const at = (role: TimeRole) => firstTimeOf(places, role, options);
  const lasts = standing === null || standing === "over";
  const last = standing === null || standing === "fired" ? lastOccurrence(fields, chosen, options) : null;
  const end = at("over") ?? (lasts ? (lasting(record) ?? last) : null);
  const taken = at("taken");
  const again = at("fired");
  // A rule that keeps when it last changed its state was created long before.
  if (again && LAST.test(again.key) && end === null && taken === null && isWhole)
    return [{ time: again.stated, end: null, kind: standing === "over" ? "alert_resolved" : "alert_fired" }];
  const changed = isWhole && standing !== null ? at("changed") : null;
  const closing = standing === "over" ? (end ?? changed) : standing === "acknowledged" ? taken : null;
  const facts: Placed[] = [];
  if (isPast && closing) {
    const start = startBefore(closing, [at("fired"), chosen, at("made")]);
    const isSpan = standing === "over" && start && end && record.isSpan(start.stated.statedText, end.stated.statedText);
    const span = standing === "over" && !isSpan ? null : end;
    if (start) facts.push({ time: start.stated, end: span?.stated ?? null, kind: kindOfStart(start, record) });
    if (!isSpan)
      facts.push({ time: closing.stated, end: null, kind: standing === "over" ? "alert_resolved" : "acknowledged" });
  } else {
    const done =
      end === null && standing === null && record.isDone()
        ? (at("changed") ?? (record.isDelivered ? at("updated") : null))
        : null;
    const begun = end && !isBefore(chosen, end) ? startBefore(end, [at("fired")]) : null;
    const start = begun ?? chosen;
    const until = end ?? (done && isBefore(chosen, done) ? done : null);
    facts.push({ time: start.stated, end: until?.stated ?? null, kind: kindAt(start, standing) });
  }
  add(facts, taken?.stated, "acknowledged");
  add(facts, changed?.stated, "observation");
  if (standing === "fired") add(facts, last?.stated, "observation", "Again");
  if (isWhole && ((isPast && !closing) || record.isChanged()))
    add(facts, updateOf(at("updated"), chosen), "observation");
  if (isWhole) for (const { time, kind, word } of momentsOf(fields, options)) add(facts, time, kind, word);
  if (facts.length < 2) return facts;
  return facts.sort((one, other) => textOf(one.time).localeCompare(textOf(other.time)));
}

/** `last_triggered_at`, `lastFired`. */
const LAST = /^last[ _-]?(?:fired|trigger)/i;

/** Returns the end of a record with a start and a duration. */
function lasting({ fields, chosen, isDone }: Timed): FieldTime | null {
  if (!mayLast(fields)) return null;
  const done = isDone();
  return timeRoleOf(chosen.key) === "fired" || done ? endByDuration(fields, chosen, done) : null;
}

/** Returns the fact of a record with at most one time. */
export const placeAlone = (chosen: FieldTime, standing: Standing | null): Placed[] => [
  { time: chosen.stated, end: null, kind: kindAt(chosen, standing) },
];

/** An update before the record's own time is that of a thing inside it. */
const updateOf = (updated: FieldTime | null, chosen: FieldTime): StatedTime | undefined =>
  updated && !isBefore(updated, chosen) ? updated.stated : undefined;

const MOMENTS_MS = 120_000;
/** A contract or a subscription lasts longer than a run or an outage. Its end is an event, and not all of it. */
const LONGEST_MS = 30 * DAY_MS;

/**
 * Returns the time of a delivery's subject if it is better than the delivery's: when both its start and end are stated
 * and past, and the delivery followed within moments. Null if the delivery's own time is right.
 */
export function timeOfMatter(matter: Fields, sent: FieldTime, options: ParseOptions): FieldTime | null {
  const start = firstTime(
    timesOf(matter).filter(({ key }) => !isOfAThing(key)),
    options,
  );
  const end = firstTimeOf([matter], "over", options);
  if (start === null) return null;
  const after = msBetween(start, sent);
  const isSpan = end !== null && isBefore(start, end) && msBetween(start, end) <= LONGEST_MS;
  const isWhole = isSpan && msBetween(end, sent) >= -MOMENTS_MS;
  return isWhole || (after >= 0 && after <= MOMENTS_MS && timeRoleOf(start.key) !== "made") ? start : null;
}

const msBetween = ({ stated: one }: FieldTime, { stated: other }: FieldTime): number =>
  Date.parse(other.at ?? "") - Date.parse(one.at ?? "");

function firstTimeOf(places: readonly Fields[], role: TimeRole, options: ParseOptions): FieldTime | null {
  for (const fields of places) {
    const found = firstTime(timesInRole(fields, role), options);
    if (found) return found;
  }
  return null;
}

/** Returns the first time before an end. A delivery can be later than it. */
function startBefore(end: FieldTime, times: readonly (FieldTime | null)[]): FieldTime | null {
  const isStart = (time: FieldTime | null) =>
    time !== null &&
    !["over", "taken", "changed", "updated"].includes(timeRoleOf(time.key) ?? "") &&
    isBefore(time, end);
  return times.find(isStart) ?? null;
}

/** A time without a time zone is compared as written. */
const textOf = ({ at, ambiguity }: StatedTime): string => at ?? ambiguity?.local ?? "";
const DAY = "yyyy-mm-dd".length;

/** Returns whether a time is before another, or on the same day if only the day is known. */
function isBefore({ stated }: FieldTime, { stated: end }: FieldTime): boolean {
  const isDay = end.precision === "day" && stated.precision !== "day";
  return isDay ? textOf(stated).slice(0, DAY) <= textOf(end).slice(0, DAY) : textOf(stated) < textOf(end);
}

const MINUTE = 16;

/** Adds a fact unless there is one in the same minute. */
function add(facts: Placed[], time: StatedTime | undefined, kind: EventKind, word?: string): void {
  const minute = time && textOf(time).slice(0, MINUTE);
  const isTold = ({ time: start, end }: Placed) =>
    [start, end].some((one) => one !== null && textOf(one).slice(0, MINUTE) === minute);
  if (time && !facts.some(isTold)) facts.push({ time, end: null, kind, ...(word ? { word } : {}) });
}

const kindOfStart = ({ key }: FieldTime, { isAlert }: Timed): EventKind =>
  isAlert || timeRoleOf(key) !== "made" ? "alert_fired" : "observation";

function kindAt({ key }: FieldTime, standing: Standing | null): EventKind {
  const role = timeRoleOf(key);
  if (role === "taken") return "acknowledged";
  if (standing === null) return "observation";
  if (standing === "over" && /^since/i.test(key)) return "alert_resolved";
  if (standing === "fired" || role === "fired") return "alert_fired";
  if (role === "made" || role === "updated") return "observation";
  return standing === "over" ? "alert_resolved" : "acknowledged";
}
