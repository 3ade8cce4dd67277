"use client";

import type { Metrics } from "#lib/contract/timeline.ts";
import { ReaderBar } from "../seen/reader-bar.tsx";
import type { useTimeline } from "../use-timeline.ts";
import { Legend } from "./legend.tsx";
import { Score } from "./score.tsx";

type StoryScoreProps = { timeline: ReturnType<typeof useTimeline>; metrics: Metrics };

/** The picture of the story, what its marks mean, and as of when it is read. */
export function StoryScore({ timeline, metrics }: StoryScoreProps) {
  const { scope, told, groups, current, shown, seenAt, seen, setSeenAt, curation } = timeline;
  const event = shown[current.index];
  // A repeat has no mark of its own: its bundle is held instead.
  const currentId = event && event.leadId !== null && groups.has(event.leadId) ? event.leadId : current.currentId;
  // Without one time there is nothing to draw, and no moment to read it at.
  if (seenAt === null && told.every(({ at }) => at === null)) return null;
  return (
    <>
      <Score
        events={told}
        groups={groups}
        metrics={metrics}
        zone={scope.zone}
        currentId={currentId}
        selected={curation.selection.ids}
        seenAt={seenAt}
        onSelect={scope.select}
      />
      <Legend />
      <ReaderBar events={told} seenAt={seenAt} seen={seen} current={event} onSeenAt={setSeenAt} />
    </>
  );
}
