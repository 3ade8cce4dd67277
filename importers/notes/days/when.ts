import type { Ambiguity } from "#importers/base/importer.ts";
import type { Clock } from "#importers/lex/clock.ts";
import type { Stamp } from "#importers/lex/stamp-type.ts";
import type { ZoneToken } from "#importers/lex/zone-token.ts";
import { isoDay } from "#lib/base/time/calendar-day.ts";
import { minutesOf, twoDigits } from "#lib/base/time/clock.ts";
import type { Precision } from "#lib/base/time/precision.ts";
import { DAY_MS } from "#lib/base/time/spans.ts";
import { canonicalZone, instantOf } from "#lib/base/time/zones.ts";
import type { Entry } from "../lines/entry.ts";

export interface When {
  at: string | null;
  endAt: string | null;
  precision: Precision;
  uncertaintySeconds: number | null;
  zone: string | null;
  ambiguity: Ambiguity | null;
}

export interface ZoneAnswer {
  /** The time zone that the text states for this entry. */
  stated: ZoneToken | null;
  /** The time zone that a person chose for times without one. */
  given: string | null;
}

/** Returns the instant of an entry with a known day, or its open question. */
export function resolveWhen(entry: Entry, zones: ZoneAnswer): When {
  const { stamp } = entry;
  const precision = precisionOf(entry);
  const named = stamp.zone ?? entry.zone ?? zones.stated;
  const zone = named?.kind === "zone" ? named.zone : null;
  const { uncertaintySeconds } = stamp;
  const ask = (reason: Ambiguity["reason"], question: string, local: string | null): When => ({
    at: null,
    endAt: null,
    precision,
    uncertaintySeconds,
    zone,
    ambiguity: { reason, question, local },
  });
  if (stamp.problem?.kind === "open") {
    return { ...ask("partial", `Which time is "${stamp.statedText}"?`, null), precision: "unknown" };
  }
  if (entry.day === null)
    return askDay(ask("date", entry.dayQuestion ?? `On which day was ${stamp.statedText}?`, null), entry);
  const { day } = entry;
  const local = () => localIso(day, stamp.clock);
  if (entry.halfDay) return ask("half_day", `Is ${stamp.statedText} in the morning or in the afternoon?`, local());
  const used = zone ?? givenZone(zones.given, named);
  if (used === null) return askZone(ask("zone", zoneQuestion(named, stamp, day), local()), entry);
  const start = instantOf(localMsOf(day, stamp.clock), used);
  if (start.kind !== "ok") return ask(start.kind, clockQuestion(start.kind, local(), used), local());
  const endAt = endOf(entry, used, start.instant);
  return { at: start.instant, endAt, precision, uncertaintySeconds, zone, ambiguity: null };
}

/** Returns the time zone that a person chose, if the text can mean it. */
function givenZone(given: string | null, named: ZoneToken | null): string | null {
  const zone = given === null ? null : canonicalZone(given);
  if (named?.kind !== "several" || named.choices.length === 0) return zone;
  return named.choices.some((choice) => canonicalZone(choice.zone) === zone) ? zone : null;
}

/**
 * Adds the facts that an answer needs in addition to the local time, to get the same result as with a known time
 * zone.
 */
function askZone(when: When, { stamp: { end }, endDay }: Entry): When {
  if (when.ambiguity === null || !end || endDay === null) return when;
  return { ...when, ambiguity: { ...when.ambiguity, localEnd: localIso(endDay, end.clock) } };
}

/** The known parts of a time whose day is asked for. */
function askDay(when: When, { stamp: { clock, end }, daysAfter, endDay, halfDay }: Entry): When {
  if (when.ambiguity === null || daysAfter === null || halfDay) return when;
  const dayless = {
    days: daysAfter,
    clock: clockText(clock),
    ...(end && endDay !== null ? { end: { days: endDay, clock: clockText(end.clock) } } : {}),
  };
  return { ...when, ambiguity: { ...when.ambiguity, dayless } };
}

function precisionOf(entry: Entry): Precision {
  const { clock, approx } = entry.stamp;
  if (clock === null) return "day";
  if (clock.hourOnly) return "hour";
  if (approx) return "approx";
  return clock.second === null ? "minute" : "exact";
}

function localIso(day: number, clock: Clock | null): string {
  return `${isoDay(clock?.hour === 24 ? day + 1 : day)}T${clockText(clock) ?? "00:00:00"}`;
}

/** Returns `14:05:00` or `14:05:00.250`, or null without a time of day. 24:00 is the 00:00 of the next day. */
function clockText(clock: Clock | null): string | null {
  if (clock === null) return null;
  if (clock.hour === 24) return "00:00:00";
  const fraction = clock.fraction === "" ? "" : `.${clock.fraction.slice(0, 3)}`;
  return `${twoDigits(clock.hour)}:${twoDigits(clock.minute)}:${twoDigits(clock.second)}${fraction}`;
}

function localMsOf(day: number, clock: Clock | null): number {
  if (clock === null) return day * DAY_MS;
  const { hour, second, fraction } = clock;
  if (hour === 24) return (day + 1) * DAY_MS;
  const milliseconds = fraction === "" ? 0 : Number(fraction.slice(0, 3).padEnd(3, "0"));
  return day * DAY_MS + (minutesOf(clock) * 60 + (second ?? 0)) * 1000 + milliseconds;
}

function endOf(entry: Entry, zone: string, start: string): string | null {
  const { end } = entry.stamp;
  if (!end || entry.endDay === null) return null;
  const last = instantOf(localMsOf(entry.endDay, end.clock), zone);
  const instant = last.kind === "ok" ? last.instant : last.kind === "fold" ? last.later : last.after;
  return instant >= start ? instant : null;
}

function zoneQuestion(named: ZoneToken | null, { statedText, date }: Stamp, day: number): string {
  const isDated = date?.kind === "day" && date.day.year !== null;
  if (named?.kind !== "several")
    return `What time zone is ${isDated ? statedText : `${statedText} on ${isoDay(day)}`} in?`;
  if (named.choices.length === 0) return `Which time zone is ${named.written}?`;
  const places = named.choices.map((choice) => choice.place);
  return `Which ${named.written} is it: ${places.slice(0, -1).join(", ")} or ${places.at(-1)}?`;
}

function clockQuestion(kind: "fold" | "skipped", local: string, zone: string): string {
  const words = local.replace("T", " ").slice(0, 16);
  return kind === "fold"
    ? `${words} happened twice in ${zone}. Was it the earlier or the later one?`
    : `The clocks in ${zone} skipped ${words}. Which time is it?`;
}
