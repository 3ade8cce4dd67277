"use client";

import { useMemo, useState } from "react";
import { useMyZone } from "#components/people/me/use-my-zone.ts";
import type { StoryFilter, TimeRange } from "../story/filter-story.ts";
import { zoneChoices } from "./shown-zone.ts";
import { useTimelineView } from "./use-timeline-view.ts";

/** A range in its URL form. */
const datesOf = (range: TimeRange | null) =>
  range ? { from: new Date(range.fromMs), to: new Date(range.toMs) } : { from: null, to: null };

/** Which part of a story is shown, and how, in URL form. `suggestions` is by the events that have one. */
export function useStoryView(incidentZone: string, suggestions: ReadonlyMap<string, unknown>) {
  const [view, setView] = useTimelineView();
  const mine = useMyZone();
  const zones = useMemo(() => zoneChoices(incidentZone, mine), [incidentZone, mine]);
  const filter = useMemo<StoryFilter>(
    () => ({
      show: view.show,
      shapes: view.shape,
      sources: view.source,
      words: view.q,
      range: view.from && view.to ? { fromMs: view.from.getTime(), toMs: view.to.getTime() } : null,
      suggested: new Set(suggestions.keys()),
    }),
    [view.show, view.shape, view.source, view.q, view.from, view.to, suggestions],
  );
  // A range in the score doesn't filter yet: that is a second step.
  const [range, setRange] = useState<TimeRange | null>(filter.range ?? null);
  return {
    filter,
    setFilter: (change: Partial<StoryFilter>) =>
      void setView({
        ...(change.show === undefined ? {} : { show: change.show }),
        ...(change.shapes === undefined ? {} : { shape: [...change.shapes] }),
        ...(change.sources === undefined ? {} : { source: [...change.sources] }),
        ...(change.words === undefined ? {} : { q: change.words }),
        ...(change.range === undefined ? {} : datesOf(change.range)),
      }),
    range,
    setRange,
    /** Back to the whole incident, without a range. */
    showWhole: () => {
      setRange(null);
      void setView({ from: null, to: null });
    },
    zone: zones.find((choice) => choice.view === view.zone)?.zone ?? "UTC",
    zones,
    zoneView: view.zone,
    setZone: (next: (typeof view)["zone"]) => void setView({ zone: next }),
    /** The moment of the reading. Null for the whole story. */
    seenAt: view.seen?.toISOString() ?? null,
    setSeenAt: (at: string | null) => void setView({ seen: at === null ? null : new Date(at) }),
  };
}
