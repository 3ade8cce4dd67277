import type { ParseResult } from "#importers/base/importer.ts";

/** What was read of a text that was made from another, at its lines there. */
export function placeLines({ events, rejects, context, days }: ParseResult, lines: readonly number[]): ParseResult {
  const place = <Item extends { line: number }>(item: Item): Item => ({
    ...item,
    line: lines[item.line - 1] ?? item.line,
  });
  const placed = { events: events.map(place), rejects: rejects.map(place), context: context.map(place) };
  return days ? { ...placed, days: days.map(place) } : placed;
}
