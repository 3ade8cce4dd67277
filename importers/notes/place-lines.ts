import type { ParseResult } from "#importers/base/importer.ts";

/** Moves the results of a rewritten text to the lines of its source. */
export function placeLines(
  { events, rejects, context, days, incidents }: ParseResult,
  lines: readonly number[],
): ParseResult {
  const place = <Item extends { line: number }>(item: Item): Item => ({
    ...item,
    line: lines[item.line - 1] ?? item.line,
  });
  const placeRange = ({ line, until }: { line: number; until: number }) => ({
    line: lines[line - 1] ?? line,
    until: lines[until - 1] ?? until,
  });
  const placed = { events: events.map(place), rejects: rejects.map(place), context: context.map(place) };
  return {
    ...placed,
    ...(days ? { days: days.map(place) } : {}),
    ...(incidents ? { incidents: incidents.map((one) => ({ ...one, ranges: one.ranges.map(placeRange) })) } : {}),
  };
}
