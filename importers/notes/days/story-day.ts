import type { Clock } from "#importers/lex/clock.ts";
import { minutesOf } from "#lib/base/time/clock.ts";
import { DATE_LABEL, datesOf, FRONT, frontDay, isTitle, labelDay } from "./day-labels.ts";
import { passMidnightOnce } from "./day-span.ts";
import { fileDay } from "./file-day.ts";
import { LATEST, namesEarlier, openingDays } from "./opening-day.ts";
import { type Written, writtenDay } from "./written-day.ts";

interface Told extends Written {
  /** Times of day of the entries. */
  clocks: readonly Clock[];
  /** The day that words of a mail count from when it was sent. Undefined without such words. */
  ofMail?: number | null | undefined;
}

/**
 * Returns the day of a timeline that neither its surroundings nor the title name: the one that the opening of the story
 * tells, or that of "Date:", front matter or the file's name. The latter may be the day of writing, so the told day wins
 * over one of publication, and others that differ leave it open.
 */
export function storyDay(sources: Told, anchor: number | null): number | null {
  const { prose, years, clocks } = sources;
  if (prose.some((part) => isTitle(part) && datesOf(part).length > 0)) return null;
  if (sources.ofMail !== undefined) return sources.ofMail;
  const told = openingDays(prose, anchor).map((one) => (one === null ? null : years.settle(one)));
  const published = publishedDays(sources);
  if (told.length === 0 || published.some((one) => told.includes(one))) {
    const day = writtenDay(sources, anchor);
    const isOther = day !== null && told.length === 0 && !isAtRow(sources) && namesEarlier(prose, day, anchor);
    return isOther ? null : day;
  }
  const [first = null, second] = told;
  const isNight = told.length === 2 && first !== null && second === first + 1;
  const day = told.length === 1 || (isNight && passMidnightOnce(clocks.map(minutesOf))) ? first : null;
  const labelled = labelDay(prose, DATE_LABEL, anchor);
  if (day === null || (labelled !== null && labelled !== day) || isAtRow(sources)) return null;
  return published.every((one) => one >= day && one <= day + LATEST) ? day : null;
}

/** The days of front matter and the file's name, which can be those of publication. */
function publishedDays({ prose, filename, years }: Written): number[] {
  const days = [frontDay(prose, FRONT), fileDay(filename)];
  return days.flatMap((one) => (one === null ? [] : (years.settle(one) ?? [])));
}

const FRONT_CLOCK = /\d{4}-\d{2}-\d{2}[T ](\d{2}):(\d{2})/;

/** Whether front matter has the day and time of a row: then it isn't that of publication. */
const isAtRow = ({ prose, clocks }: Told): boolean =>
  prose.some(({ role, text }) => {
    const [, hour, minute] = (role === "front" && FRONT.test(text.trim()) && FRONT_CLOCK.exec(text)) || [];
    return hour !== undefined && clocks.some((clock) => minutesOf(clock) === Number(hour) * 60 + Number(minute));
  });
