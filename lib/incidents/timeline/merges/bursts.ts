import { formatDuration } from "#lib/base/time/duration.ts";
import { MINUTE_MS } from "#lib/base/time/spans.ts";
import type { EventKind } from "#lib/base/vocabulary/event-kinds.ts";
import type { ApartPairs } from "./apart.ts";
import type { Timed } from "./candidate.ts";
import type { Suggestion } from "./suggestion.ts";

const REPEATED: readonly EventKind[] = [
  "alert_fired",
  "alert_resolved",
  "paged",
  "error_observed",
  "metric_shift",
  "dependency_event",
];
const NEXT_WITHIN_MS = 10 * MINUTE_MS;
const FEWEST = 3;
const MOST = 1000;

const UNITS: ReadonlySet<string> = new Set(["%", "ms", "s", "sec", "m", "min", "h", "d", "kb", "mb", "gb", "tb"]);
const NUMBER = /(?<![\p{L}\p{N}_.\-/#])(\d+(?:[.,:]\d+)*)(\s?(?:%|\p{L}+))?/gu;

/**
 * Returns a title without what differs between firings of the same alert: values with a unit, times of day, and
 * spelling. Any other number can identify what the alert is about, such as a host or a shard.
 */
const nameOf = ({ title }: Timed) =>
  title
    .toLowerCase()
    .replace(NUMBER, (all, digits: string, unit = "") =>
      UNITS.has(unit.trim()) ? "#" : /^\d\d?:\d\d/.test(digits) ? `#${unit}` : all,
    )
    .replace(/\s+/g, " ")
    .trim();

function suggestionOf(run: readonly Timed[]): Suggestion[] {
  const [lead, ...others] = run;
  const last = run.at(-1);
  if (!lead || !last || run.length < FEWEST) return [];
  const isSame = others.every(({ title }) => title === lead.title);
  const span = formatDuration((last.ms - lead.ms) / 1000);
  const title = lead.title.length > 80 ? `${lead.title.slice(0, 80)}…` : lead.title;
  return [
    {
      relation: "bundled",
      leadId: lead.id,
      eventIds: others.map(({ id }) => id),
      certainty: isSame ? 0.95 : 0.75,
      reason: `${run.length} times “${title}”${isSame ? "" : " with other values"} within ${span}, ${lead.sourceLabel}`,
    },
  ];
}

/**
 * Returns repeats of one alert from one source, each within ten minutes of the one before. Three or more are bundled
 * under the first.
 */
export function findBursts(events: readonly Timed[], apart: ApartPairs): Suggestion[] {
  const repeated = events.filter(({ kind }) => REPEATED.includes(kind));
  const byName = Map.groupBy(repeated, (event) => `${event.sourceType} ${event.kind} ${nameOf(event)}`);
  return [...byName.values()].flatMap((same) => {
    const found: Suggestion[] = [];
    let run: Timed[] = [];
    for (const event of same) {
      const previous = run.at(-1);
      if (previous && event.ms - previous.ms <= NEXT_WITHIN_MS && run.length < MOST) {
        if (!apart.isApart(event, run)) run.push(event);
        continue;
      }
      found.push(...suggestionOf(run));
      run = [event];
    }
    return [...found, ...suggestionOf(run)];
  });
}
