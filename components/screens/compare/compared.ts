import type { Incident } from "#lib/contract/incident.ts";
import type { Metrics, TimelineEvent } from "#lib/contract/timeline.ts";
import { buildAxis } from "#lib/incidents/timeline/score/score-axis.ts";
import { originOf, relativeTicks, shiftToOrigin } from "#lib/story/compare.ts";
import { tellStory } from "#lib/story/export/tell-story.ts";
import { axisSpan, instantsOf, layOutScore, type ScoreLayout } from "#lib/story/score-layout.ts";

/** One of the two incidents with its data. Only events that aren't below another. */
export interface Compared {
  incident: Incident;
  startedAt: string;
  events: readonly TimelineEvent[];
  metrics: Metrics;
}

/** Returns an incident for comparison, with its visible events in reading order. */
export function toCompared(incident: Incident, events: readonly TimelineEvent[], metrics: Metrics): Compared {
  const shown = tellStory(events, false).map(({ event }) => event);
  return { incident, startedAt: incident.startedAt, events: shown, metrics };
}

/** Both scores on one axis, with 0 at the start of impact of each. Null if neither has a time. */
export function layOutBoth(one: Compared, other: Compared, widthPx: number): [ScoreLayout, ScoreLayout] | null {
  const [first, second] = [one, other].map((each) => shiftToOrigin(each, originOf(each)));
  if (!first || !second) return null;
  const { x0, x1 } = axisSpan(widthPx);
  const instants = [first, second].flatMap(({ events, metrics }) => instantsOf({ events, band: metrics.band }));
  const axis = buildAxis([...instants, 0], x0, x1);
  if (!axis || instants.length === 0) return null;
  const shared = { axis, ticks: axis.pieces.flatMap((piece) => relativeTicks(piece, widthPx < 500 ? 56 : 72)) };
  const [above, below] = [first, second].map(({ events, metrics: { band, milestones } }) =>
    layOutScore({ events, band, milestones, zone: "UTC", widthPx, shared }),
  );
  return above && below ? [above, below] : null;
}
