"use client";

import { useMemo } from "react";
import type { Metrics, TimelineEvent } from "#lib/contract/timeline.ts";
import { clockIn } from "#lib/timeline/zoned-clock.ts";
import { filterStory, isNarrowed, type StoryFilter } from "./filter-story.ts";
import { spineRows } from "./spine-rows.ts";

const NO_GAPS: Metrics["gaps"] = [];

/** The events that are shown and the rows of the spine. Silence counts only while nothing is filtered out. */
export function useShownStory(
  events: readonly TimelineEvent[],
  metrics: Metrics | undefined,
  filter: StoryFilter,
  zone: string,
) {
  const shown = useMemo(() => filterStory(events, filter), [events, filter]);
  const rows = useMemo(
    () =>
      spineRows(shown, {
        phases: metrics?.phases ?? [],
        band: metrics?.band ?? [],
        gaps: isNarrowed(filter) ? NO_GAPS : (metrics?.gaps ?? NO_GAPS),
      }),
    [shown, metrics, filter],
  );
  const first = events.find((event) => event.at !== null)?.at ?? null;
  const baseDay = useMemo(() => (first === null ? null : clockIn(first, zone).day), [first, zone]);
  return { shown, rows, baseDay };
}
