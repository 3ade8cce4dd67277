"use client";

import type { Metrics } from "#lib/contract/timeline.ts";
import { Score } from "./score/score.tsx";
import type { useTimeline } from "./use-timeline.ts";

type StoryScoreProps = { timeline: ReturnType<typeof useTimeline>; metrics: Metrics };

/** The picture of the story above its list. The list scrolls to the range chosen in it. */
export function StoryScore({ timeline, metrics }: StoryScoreProps) {
  const { scope, current, curation } = timeline;
  const { matching, groups, shown } = timeline.list;
  const { seenAt, range, setRange, showWhole } = timeline.view;
  const event = shown[current.index];
  // A repeat has no mark of its own, so its bundle is selected instead.
  const currentId = event && event.leadId !== null && groups.has(event.leadId) ? event.leadId : current.currentId;
  // Without a time there is nothing to draw.
  if (seenAt === null && matching.every(({ at }) => at === null)) return null;
  return (
    <Score
      events={matching}
      groups={groups}
      metrics={metrics}
      zone={scope.zone}
      currentId={currentId}
      selected={curation.selection.ids}
      seenAt={seenAt}
      range={range}
      onRange={setRange}
      onSettle={({ fromMs, toMs }) => {
        const first = shown.find(({ at }) => at !== null && Date.parse(at) >= fromMs && Date.parse(at) <= toMs);
        if (first) scope.select(first.id);
      }}
      onWhole={showWhole}
      onSelect={scope.select}
    />
  );
}
