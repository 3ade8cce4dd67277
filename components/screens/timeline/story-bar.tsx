"use client";

import { useState } from "react";
import { ReaderBar } from "#components/incidents/timeline/seen/reader-bar.tsx";
import { isNarrowed, sourcesOf } from "#components/incidents/timeline/story/filter-story.ts";
import { summaryWords } from "#components/incidents/timeline/story/summary-words.ts";
import { FilterKeys, StoryFilters } from "#components/incidents/timeline/story-filters.tsx";
import { TimelineBar } from "#components/incidents/timeline/timeline-bar.tsx";
import type { useTimeline } from "#components/incidents/timeline/use-timeline.ts";
import { HOUR_MS } from "#lib/base/time/spans.ts";

type StoryBarProps = { timeline: ReturnType<typeof useTimeline>; onAdd: (() => void) | null };

/** The bar of the list. Search, filters and reading as of a moment are folded until needed. */
export function StoryBar({ timeline, onAdd }: StoryBarProps) {
  const { events, story, metrics, scope, current, view } = timeline;
  const { shown, matching, leads, seen } = timeline.list;
  const { filter, seenAt } = view;
  const [isAsked, setAsked] = useState(false);
  const { shapes, sources, words } = filter;
  const isUsed = isNarrowed({ show: "all", shapes, sources, words }) || seenAt !== null;
  const isOpen = (isAsked || isUsed) && events.length > 0;
  const event = shown[current.index];
  /** Half an hour around the current event, or the middle of the story. */
  const chooseRange = () => {
    const timed = matching.filter(({ at }) => at !== null);
    const at = event?.at ?? timed[Math.floor(timed.length / 2)]?.at;
    if (!at) return;
    const ms = Date.parse(at);
    view.setRange({ fromMs: ms - HOUR_MS / 4, toMs: ms + HOUR_MS / 4 });
  };
  return (
    <>
      <TimelineBar
        leads={leads}
        isEmpty={story.data?.items.length === 0}
        summary={summaryWords({
          events: leads,
          sources: sourcesOf(events).length,
          shown: matching.length,
          filter,
          gaps: metrics?.gaps ?? [],
          coming: story.isPartial ? (story.data?.total ?? null) : null,
        })}
        zone={scope.zone}
        filter={filter}
        onFilter={view.setFilter}
        range={view.range}
        onChooseRange={chooseRange}
        isOpen={isOpen}
        onOpen={() => setAsked(!isOpen)}
        onAdd={onAdd}
      />
      {isOpen ? (
        <StoryFilters
          events={events}
          filter={filter}
          onFilter={view.setFilter}
          zone={view.zoneView}
          zones={view.zones}
          onZone={view.setZone}
        >
          {matching.some(({ at }) => at !== null) || seenAt !== null ? (
            <ReaderBar events={matching} seenAt={seenAt} seen={seen} current={event} onSeenAt={view.setSeenAt} />
          ) : null}
        </StoryFilters>
      ) : (
        <FilterKeys onOpen={() => setAsked(true)} />
      )}
    </>
  );
}
