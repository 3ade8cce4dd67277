import { setImmediate } from "node:timers/promises";
import { isUnplannedYear } from "#lib/base/time/far-off.ts";
import { addDays, type LocalDate } from "#lib/base/time/local-date.ts";
import { DAY_MS, MINUTE_MS } from "#lib/base/time/spans.ts";
import type { DayOff } from "#lib/people/calendar/business-days.ts";

// Its data has some megabytes, so it is loaded when a calendar first needs it.
const load = async () => (await import("date-holidays")).default;

type DaysOfYear = (year: number) => readonly DayOff[];

const known = new Map<string, Promise<DaysOfYear>>();

/** Returns the public holidays of a country or region, by year. Throws RangeError for an unknown one. */
export function publicHolidays(country: string, region: string | null): Promise<DaysOfYear> {
  const key = `${country} ${region}`;
  const kept = known.get(key);
  if (kept) return kept;
  const found = computeHolidays(country, region);
  known.set(key, found);
  found.catch(() => known.delete(key));
  return found;
}

async function computeHolidays(country: string, region: string | null): Promise<DaysOfYear> {
  if (!(await placeName(country, region))) throw new RangeError("no such country or region");
  const Holidays = await load();
  const place = region === null ? new Holidays(country) : new Holidays(country, region);
  const years = new Map<number, readonly DayOff[]>();
  const ofYear: DaysOfYear = (year) => {
    // The calendars of some countries can't be computed for early years: the computation doesn't end.
    if (isUnplannedYear(year)) return [];
    const found =
      years.get(year) ??
      place.getHolidays(year, "en").flatMap(({ type, ...day }) => (type === "public" ? daysOf(day) : []));
    years.set(year, found);
    return found;
  };
  // A year of a lunar calendar takes a tenth of a second, so requests are answered between one and the next.
  const thisYear = new Date().getUTCFullYear();
  for (const year of [thisYear - 1, thisYear, thisYear + 1, thisYear + 2]) {
    await setImmediate();
    ofYear(year);
  }
  return ofYear;
}

/** Returns each day of which a holiday covers most. It can last several days, or half of one. */
function daysOf({ date, start, end, name }: { date: string; start: Date; end: Date; name: string }): DayOff[] {
  const first: LocalDate = date.slice(0, 10);
  // The time of the place: "2017-05-04 12:00:00", sometimes with its offset.
  const [hours = 0, minutes = 0] = date.slice(11, 16).split(":").map(Number);
  const from = (hours * 60 + minutes) * MINUTE_MS;
  const to = from + (end.getTime() - start.getTime());
  const days = Array.from({ length: Math.ceil(to / DAY_MS) }, (_, index) => index);
  const isOff = (day: number) => Math.min(to, (day + 1) * DAY_MS) - Math.max(from, day * DAY_MS) > DAY_MS / 2;
  return days.filter(isOff).map((day) => ({ date: addDays(first, day), name }));
}

interface Place {
  code: string;
  name: string;
}

const byName = (a: Place, b: Place) => a.name.localeCompare(b.name, "en");
const placesOf = (names: Record<string, string> | undefined): Place[] =>
  Object.entries(names ?? {})
    .map(([code, name]) => ({ code, name }))
    .sort(byName);

/** Returns the countries whose public holidays are known, with their regions. */
export async function listPlaces(): Promise<{ items: (Place & { regions: Place[] })[] }> {
  const all = new (await load())();
  const items = placesOf(all.getCountries("en")).map((country) => ({
    ...country,
    regions: placesOf(all.getStates(country.code, "en")),
  }));
  return { items };
}

/** Returns a country or a region of it in words, or null for an unknown one. */
export async function placeName(country: string, region: string | null): Promise<string | null> {
  const all = new (await load())();
  const name = all.getCountries("en")?.[country];
  if (name === undefined || region === null) return name ?? null;
  const part = all.getStates(country, "en")?.[region];
  return part === undefined ? null : `${name}, ${part}`;
}
