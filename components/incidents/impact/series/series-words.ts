import { formatDuration } from "#lib/base/time/duration.ts";
import { instantWords } from "#lib/base/time/instant-words.ts";
import type { ImpactWindow } from "#lib/contract/impact.ts";
import type { MeasuredWindow, SeriesRule } from "#lib/incidents/impact/series/measure-series.ts";
import type { SeriesPoint, SeriesProblem } from "#lib/incidents/impact/series/series.ts";

const secondsOf = ({ from, to }: MeasuredWindow) => (Date.parse(to) - Date.parse(from)) / 1000;

/** Returns the window with the largest loss: duration multiplied by share. */
export function mainWindow(found: readonly MeasuredWindow[]): MeasuredWindow | null {
  return [...found].sort((a, b) => secondsOf(b) * b.weight - secondsOf(a) * a.weight)[0] ?? null;
}

/** The finding as a sentence: "Nearly every request failed for 31 m". */
export function seriesHeadline(
  found: readonly MeasuredWindow[],
  { thresholdPercent, atLeastSeconds }: SeriesRule,
): string {
  const main = mainWindow(found);
  if (!main) return `Never above ${thresholdPercent}% for ${formatDuration(atLeastSeconds)}`;
  return `${shareWords(main.weight)} failed for ${lengthWords(secondsOf(main))}`;
}

function shareWords(share: number): string {
  if (share >= 0.995) return "Every request";
  if (share >= 0.9) return "Nearly every request";
  if (share >= 0.45 && share < 0.55) return "Half of the requests";
  if (share >= 0.25) return `${Math.round(share * 10)} in 10 requests`;
  if (share >= 0.01) return `One in ${Math.round(1 / share)} requests`;
  return "Fewer than 1 in 100 requests";
}

function lengthWords(seconds: number): string {
  return formatDuration(seconds < 120 ? seconds : Math.round(seconds / 60) * 60);
}

/** ", by 10 s": the usual step of a series. */
export function stepWords(points: readonly SeriesPoint[]): string {
  const [first, second] = points;
  if (!first || !second) return "";
  return `, by ${formatDuration((Date.parse(second.at) - Date.parse(first.at)) / 1000)}`;
}

/**
 * Reports that a series and the timeline share no time: usually another day, or another time zone than intended. Null
 * if they do.
 */
export function elsewhereProblem(
  points: readonly SeriesPoint[],
  events: readonly { at: string | null }[],
  zone: string,
): SeriesProblem | null {
  const [from, to] = [points[0]?.at, points.at(-1)?.at];
  const times = events.flatMap(({ at }) => at ?? []).toSorted();
  const [first, last] = [times[0], times.at(-1)];
  if (!from || !to || !first || !last || (from <= last && to >= first)) return null;
  const series = `The series is from ${instantWords(from, zone)} to ${instantWords(to, zone)}`;
  const story = `the timeline from ${instantWords(first, zone)} to ${instantWords(last, zone)}`;
  return {
    kind: "guess",
    line: null,
    text: `${series}, ${story}. They don't overlap. Check the day and the time zone of the series before you use its windows.`,
  };
}

/**
 * Returns default windows of a service in the time of measured ones. If they stayed, the higher default would count.
 */
export function replacedBy(
  found: readonly MeasuredWindow[],
  windows: readonly ImpactWindow[],
  serviceId: string,
): ImpactWindow[] {
  return windows.filter(({ service, basis, from, to }) => {
    if (service.id !== serviceId || basis !== "default") return false;
    return found.some(
      (one) =>
        Date.parse(one.from) < (to === null ? Infinity : Date.parse(to)) && Date.parse(one.to) > Date.parse(from),
    );
  });
}
