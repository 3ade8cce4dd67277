import { countWords, listWords } from "#lib/base/text/sentence.ts";
import { addDays, daysBetween, type LocalDate, weekdayOf, wordsOfDate } from "#lib/base/time/local-date.ts";
import type { Calendar } from "#lib/contract/calendar.ts";

/** Facts of the business calendars about the days of a month. Holidays before today and far ahead aren't known. */
export interface DaysOff {
  /** Explains the grey days of a month, and which holidays are known if that isn't all of them. */
  legend: (first: LocalDate, last: LocalDate) => string;
  isOff: (day: LocalDate) => boolean;
  /** Why the reader is off on a day, and which other teams are: "Carnival: Mail and Search". */
  namesOn: (day: LocalDate) => string[];
  /** Working days of a team from the day after one day to another. Null: not all of these days are known. */
  workingDays: (teamId: string | null, from: LocalDate, to: LocalDate) => number | null;
}

const WEEKEND = [0, 6];

type Known = Pick<Calendar, "team" | "workingDays" | "placeName" | "ahead">;

const isFree = ({ workingDays, ahead }: Known, day: LocalDate) =>
  !workingDays.includes(weekdayOf(day)) || ahead.daysOff.some(({ date }) => date === day);

const NAMED = 2;

/** Names the teams, or the first of many. */
const teamWords = (names: readonly string[]) =>
  listWords(
    names.length <= NAMED + 1 ? names : [...names.slice(0, NAMED), countWords(names.length - NAMED, "more team")],
  );

/** Reads the calendars for a person: that of their first team with one, otherwise the organisation's. */
export function daysOffOf(calendars: readonly Known[], myTeamIds: readonly string[]): DaysOff {
  const ofTeam = (id: string | undefined) => calendars.find(({ team }) => team?.id === id && team !== null);
  const everyone = calendars.find(({ team }) => team === null);
  const mine = myTeamIds.map(ofTeam).find((one) => one !== undefined) ?? everyone;
  return {
    legend: (first, last) => {
      const words = `Grey days aren't working days${mine?.placeName ? ` in ${mine.placeName}` : ""}.`;
      if (!mine) return words;
      const { from, until } = mine.ahead;
      if (first >= from && last <= until) return words;
      return `${words} Holidays are known from ${wordsOfDate(from, from)} to ${wordsOfDate(until, from)}.`;
    },
    isOff: (day) => (mine ? isFree(mine, day) : WEEKEND.includes(weekdayOf(day))),
    namesOn: (day) => {
      const own = mine?.ahead.daysOff.filter(({ date }) => date === day).map(({ name }) => name) ?? [];
      const teams = new Map<string, string[]>();
      for (const { team, ahead } of calendars.filter((one) => one !== mine))
        for (const { date, name } of ahead.daysOff)
          if (date === day && !own.includes(name))
            teams.set(name, [...(teams.get(name) ?? []), team?.name ?? "other teams"]);
      return [...own, ...[...teams].map(([name, names]) => `${name}: ${teamWords(names)}`)];
    },
    workingDays: (teamId, from, to) => {
      const calendar = teamId === null ? undefined : (ofTeam(teamId) ?? everyone);
      const first = addDays(from, 1);
      if (!calendar || first > to || from < calendar.ahead.from || to > calendar.ahead.until) return null;
      const days = Array.from({ length: daysBetween(first, to) + 1 }, (_, at) => addDays(first, at));
      return days.filter((day) => !isFree(calendar, day)).length;
    },
  };
}
