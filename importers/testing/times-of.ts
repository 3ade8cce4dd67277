import { parseSource } from "#importers/open/parse-source.ts";
import { jsonInput, textInput } from "./fixtures.ts";

/** Returns the times of a text's events in UTC, in order and without the year. `?` if the day is asked for. */
export function times(text: string, filename = "notes.md", day?: string, zone = "UTC"): string[] {
  const { events } = parseSource(textInput(text, filename), { zone, ...(day ? { date: day } : {}) });
  return events.map(({ at, precision, ambiguity }) => {
    if (at === null) return `? ${ambiguity?.dayless?.clock?.slice(0, 5) ?? ambiguity?.reason}`;
    return precision === "day" ? at.slice(5, 10) : at.slice(5, 16).replace("T", " ");
  });
}

/** Returns the clock times of a JSON source's events, each with its end if it has one, and its title. */
export const spans = (json: unknown): (string | undefined)[][] =>
  parseSource(jsonInput(json), { zone: "UTC" }).events.map(({ at, endAt, title }) => [
    at?.slice(11, 19),
    ...(endAt ? [endAt.slice(11, 19)] : []),
    title,
  ]);

/** Returns the days of a JSON source's events, each with the day of its end or null, and its title. */
export const spanDays = (json: unknown): (string | null | undefined)[][] =>
  parseSource(jsonInput(json)).events.map(({ at, endAt, title }) => [
    at?.slice(0, 10),
    endAt?.slice(0, 10) ?? null,
    title,
  ]);
