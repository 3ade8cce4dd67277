"use client";

import dynamic from "next/dynamic";
import { useState } from "react";
import { SourcesPanel } from "#components/import/sources-panel.tsx";
import { IncidentHead } from "#components/incident/head/incident-head.tsx";
import { IncidentTabs } from "#components/incident/head/incident-tabs.tsx";
import { PutAwayBanner } from "#components/incident/head/put-away-banner.tsx";
import { PeoplePanel } from "#components/incident/people/people-panel.tsx";
import { cx } from "#components/ui/cx.ts";
import type { Incident } from "#lib/contract/incident.ts";
import type { TimelineEvent } from "#lib/contract/timeline.ts";
import type { MilestoneName } from "#lib/timeline/milestone-names.ts";
import { EventPeek } from "./editor/event-peek.tsx";
import { KeyTimes } from "./milestones/key-times.tsx";
import { MilestoneDialog } from "./milestones/milestone-dialog.tsx";
import { MilestonesPanel } from "./milestones/milestones-panel.tsx";
import { TimelineScopeProvider } from "./scope.tsx";
import { Legend } from "./score/legend.tsx";
import { Score } from "./score/score.tsx";
import { summaryWords } from "./summary-words.ts";
import { TimelineBar } from "./timeline-bar.tsx";
import { TimelineBody } from "./timeline-body.tsx";
import { TimelineKeyHints } from "./timeline-key-hints.tsx";
import { useTimeline } from "./use-timeline.ts";
import { useTimelineKeys } from "./use-timeline-keys.ts";

const AddEvent = dynamic(() => import("./add-event.tsx").then((module) => module.AddEvent));

/** The page of an incident: head, key times, score, spine, and what stands beside them. */
export function TimelineView({ incident }: { incident: Incident }) {
  const timeline = useTimeline(incident);
  const { scope, events, shown, current, metrics, story, opened, asked } = timeline;
  const [isAdding, setAdding] = useState(false);
  const [missing, setMissing] = useState<MilestoneName | null>(null);
  const add = () => setAdding(true);
  const step = (by: number) => {
    const next = shown[current.index + by];
    if (next) scope.select(next.id);
  };
  return (
    <TimelineScopeProvider scope={scope}>
      <div className={cx("s-incident wk", !opened && "alone")}>
        <Keys timeline={timeline} onAdd={add} />
        <div className="lst">
          <div className="inc-w">
            <IncidentHead incident={incident} />
            <PutAwayBanner incident={incident} />
            {metrics ? (
              <KeyTimes
                metrics={metrics}
                onMissing={(name) => {
                  timeline.close();
                  setMissing(name);
                }}
              />
            ) : null}
            <IncidentTabs incident={incident} current="timeline" />
            {metrics && events.length > 0 ? (
              <>
                <Score
                  events={shown}
                  metrics={metrics}
                  zone={scope.zone}
                  currentId={current.currentId}
                  onSelect={scope.select}
                />
                <Legend />
              </>
            ) : null}
            <div className={cx("two", opened && "one")}>
              <section aria-label="Timeline">
                <TimelineBar
                  events={events}
                  summary={summaryWords({
                    events,
                    shown: shown.length,
                    filter: timeline.filter,
                    gaps: metrics?.gaps ?? [],
                    coming: story.isPartial ? (story.data?.total ?? null) : null,
                  })}
                  filter={timeline.filter}
                  onFilter={timeline.setFilter}
                  zone={timeline.zoneView}
                  zones={timeline.choices}
                  onZone={timeline.setZone}
                  onAdd={scope.mayEdit ? add : null}
                />
                <TimelineBody
                  state={story.data ? "ready" : story.isError ? "failed" : "loading"}
                  error={story.error}
                  onRetry={() => void story.refetch()}
                  total={events.length}
                  shown={shown.length}
                  rows={timeline.rows}
                  currentId={current.currentId}
                  onAdd={add}
                  onShowAll={() => timeline.setFilter({ show: "all", shapes: [], sources: [], words: "" })}
                />
                {shown.length > 0 ? <TimelineKeyHints mayEdit={scope.mayEdit} /> : null}
              </section>
              {opened ? null : (
                <aside className="sd" aria-label="About this incident">
                  <SourcesPanel
                    incidentKey={incident.key}
                    mayEdit={scope.mayEdit}
                    manualEvents={events.filter((event) => event.source.type === "manual").length}
                  />
                  {metrics ? (
                    <MilestonesPanel metrics={metrics} events={events} asked={missing} onAsk={setMissing} />
                  ) : null}
                  <PeoplePanel incident={incident} />
                </aside>
              )}
            </div>
          </div>
        </div>
        {opened ? (
          <EventPeek
            event={opened}
            position={{ at: current.index + 1, of: shown.length }}
            part={timeline.part}
            onPart={timeline.setPart}
            onPrevious={() => step(-1)}
            onNext={() => step(1)}
            onClose={timeline.close}
          />
        ) : null}
      </div>
      {asked && metrics ? (
        <MilestoneDialog
          event={events.find((event) => event.id === asked.id) ?? asked}
          metrics={metrics}
          onClose={timeline.stopAsking}
        />
      ) : null}
      {isAdding ? (
        <AddEvent
          after={shown[current.index] ?? null}
          onAdded={(event) => scope.select(event.id)}
          onClose={() => setAdding(false)}
        />
      ) : null}
    </TimelineScopeProvider>
  );
}

function Keys({ timeline, onAdd }: { timeline: ReturnType<typeof useTimeline>; onAdd: () => void }) {
  const { shown, current, scope } = timeline;
  const onMove = (event: TimelineEvent) => scope.select(event.id);
  useTimelineKeys({ shown, index: current.index, onMove, onAdd, onClear: current.clear });
  return null;
}
