import { orderedDay, resolveDay, type SlashOrder } from "#importers/lex/day-number.ts";
import { findDates } from "#importers/lex/find-dates.ts";
import type { Entry } from "../lines/entry.ts";
import type { Prose } from "../lines/prose.ts";

/** Zones of North America, as its people write them behind am and pm. */
const AMERICAN = /^(?:[ECMP][SD]?T|AK[SD]T|(?:US )?(?:Eastern|Central|Mountain|Pacific)\b.*)$/i;
const NEAR_DAYS = 3;
/** A day that has one meaning: `2022-08-12`, "12 August 2022". */
const IS_CLEAR = /^\d{4}|\p{L}{3}/u;

/**
 * Returns that `8/12/2022` starts with the month if all such times are in 12-hour notation and in a time zone of North
 * America. Null if a clear day of the text or its file's name says otherwise.
 */
export function orderByZone(
  { entries, prose }: { entries: readonly Entry[]; prose: readonly Prose[] },
  ofFile: number | null,
): SlashOrder {
  const open = entries.filter(({ stamp }) => stamp.date?.kind === "slashed");
  const isAmerican = ({ stamp: { clock, zone } }: Entry) =>
    clock !== null && clock.meridiem !== null && zone !== null && AMERICAN.test(zone.written.trim());
  if (open.length === 0 || !open.every(isAmerican)) return null;
  const days = open.flatMap(({ stamp: { date } }) => dayOf(date && orderedDay(date, "month_first", null)));
  const clear = [...clearDays(prose.map(({ text }) => text)), ...(ofFile === null ? [] : [ofFile])];
  const isNear = (day: number) => days.some((own) => Math.abs(own - day) <= NEAR_DAYS);
  return clear.length === 0 || clear.some(isNear) ? "month_first" : null;
}

/**
 * Returns the order in which each `3/4/2026` is near a day of the text with one meaning, if the other order puts none
 * near one.
 */
export function orderByClearDays({
  entries,
  prose,
}: {
  entries: readonly Entry[];
  prose: readonly Prose[];
}): SlashOrder {
  const open = entries.flatMap(({ stamp: { date } }) => (date?.kind === "slashed" && date.year !== null ? date : []));
  if (open.length === 0) return null;
  const clear = clearDays([...prose.map(({ text }) => text), ...entries.map(({ text }) => text.join(" "))]);
  const nearBy = (order: SlashOrder) =>
    open.filter((date) =>
      dayOf(orderedDay(date, order, null)).some((own) => clear.some((day) => Math.abs(own - day) <= NEAR_DAYS)),
    );
  const [dayFirst, monthFirst] = [nearBy("day_first").length, nearBy("month_first").length];
  if (dayFirst === open.length && monthFirst === 0) return "day_first";
  return monthFirst === open.length && dayFirst === 0 ? "month_first" : null;
}

const clearDays = (texts: readonly string[]): number[] =>
  texts.flatMap((text) =>
    findDates(text)
      .filter(({ index, end }) => IS_CLEAR.test(text.slice(index, end)))
      .flatMap(({ day }) => dayOf(day)),
  );

function dayOf(day: Parameters<typeof resolveDay>[0] | null): number[] {
  const number = day === null ? null : resolveDay(day, null);
  return number === null ? [] : [number];
}
