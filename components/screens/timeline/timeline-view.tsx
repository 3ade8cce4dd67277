"use client";

import dynamic from "next/dynamic";
import { parseAsStringLiteral, useQueryState } from "nuqs";
import { FoundInFiles } from "#components/incidents/finding/found-in-files.tsx";
import { ResponseCompact } from "#components/incidents/impact/response/response-compact.tsx";
import { SourcesPanel } from "#components/incidents/import/sources-panel.tsx";
import { IncidentHead } from "#components/incidents/incident/head/incident-head.tsx";
import { IncidentTabs } from "#components/incidents/incident/head/incident-tabs.tsx";
import { PutAwayBanner } from "#components/incidents/incident/head/put-away-banner.tsx";
import { PeoplePanel } from "#components/incidents/incident/people/people-panel.tsx";
import { SourceLine } from "#components/incidents/timeline/clocks/source-line.tsx";
import { AskLines } from "#components/incidents/timeline/curating/ask-lines.tsx";
import { StoryBulk } from "#components/incidents/timeline/curating/story-bulk.tsx";
import { EventPeek } from "#components/incidents/timeline/editor/event-peek.tsx";
import { sourcesOf } from "#components/incidents/timeline/filter-story.ts";
import { OthersLine } from "#components/incidents/timeline/live/others-line.tsx";
import { KeyTimes } from "#components/incidents/timeline/milestones/key-times.tsx";
import { MilestoneDialog } from "#components/incidents/timeline/milestones/milestone-dialog.tsx";
import { MilestonesPanel } from "#components/incidents/timeline/milestones/milestones-panel.tsx";
import { HereLine } from "#components/incidents/timeline/presence/here-line.tsx";
import { TimelineScopeProvider } from "#components/incidents/timeline/scope.tsx";
import { StoryScore } from "#components/incidents/timeline/score/story-score.tsx";
import { summaryWords } from "#components/incidents/timeline/summary-words.ts";
import { TimelineBar } from "#components/incidents/timeline/timeline-bar.tsx";
import { TimelineBody } from "#components/incidents/timeline/timeline-body.tsx";
import { TimelineKeyHints } from "#components/incidents/timeline/timeline-key-hints.tsx";
import { useTimeline } from "#components/incidents/timeline/use-timeline.ts";
import { useTimelineKeys } from "#components/incidents/timeline/use-timeline-keys.ts";
import { cx } from "#components/ui/cx.ts";
import type { Incident } from "#lib/contract/incident.ts";
import type { TimelineEvent } from "#lib/contract/timeline.ts";
import { MILESTONES } from "#lib/incidents/timeline/milestone-names.ts";

const AddEvent = dynamic(() =>
  import("#components/incidents/timeline/add-event.tsx").then((module) => module.AddEvent),
);
const CurateDialogs = dynamic(() =>
  import("#components/incidents/timeline/curating/curate-dialogs.tsx").then((module) => module.CurateDialogs),
);

const NONE: ReadonlySet<string> = new Set();

/** The page of an incident: head, key times, score, spine, and what stands beside them. */
export function TimelineView({ incident }: { incident: Incident }) {
  const timeline = useTimeline(incident);
  const { scope, events, shown, current, metrics, story, opened, asked, curation, writing } = timeline;
  const [missing, setMissing] = useQueryState("milestone", parseAsStringLiteral(MILESTONES));
  const add = () => timeline.setWriting({ at: null });
  const step = (by: number) => {
    const next = shown[current.index + by];
    if (next) scope.select(next.id);
  };
  return (
    <TimelineScopeProvider scope={scope}>
      <div className={cx("s-incident s-curate wk", !opened && "alone")}>
        <Keys timeline={timeline} onAdd={add} />
        <div className="lst">
          <div className="inc-w">
            <IncidentHead incident={incident} here={<HereLine others={timeline.here} />} />
            <PutAwayBanner incident={incident} />
            {metrics ? (
              <KeyTimes
                metrics={metrics}
                onMissing={(name) => {
                  timeline.close();
                  void setMissing(name);
                }}
              />
            ) : null}
            <IncidentTabs incident={incident} current="timeline" />
            <FoundInFiles incidentKey={incident.key} mayEdit={scope.mayEdit} />
            {events.length > 0 ? <SourceLine events={events} /> : null}
            {metrics && events.length > 0 ? <StoryScore timeline={timeline} metrics={metrics} /> : null}
            <div className={cx("two", opened && "one")}>
              <section aria-label="Timeline">
                <TimelineBar
                  events={events}
                  isEmpty={story.data?.items.length === 0}
                  summary={summaryWords({
                    events: timeline.leads,
                    sources: sourcesOf(events).length,
                    shown: timeline.told.length,
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
                <OthersLine
                  change={timeline.others}
                  onShow={({ deed, events: [first] }) => {
                    timeline.setFilter({ show: deed === "hid" ? "hidden" : "all" });
                    if (first) scope.select(first.leadId ?? first.id);
                  }}
                />
                {scope.mayEdit && events.length > 0 ? <AskLines events={events} onOpen={curation.setDialog} /> : null}
                <TimelineBody
                  state={story.data ? "ready" : story.isError ? "failed" : "loading"}
                  error={story.error}
                  onRetry={() => void story.refetch()}
                  total={events.length}
                  shown={shown.length}
                  rows={timeline.rows}
                  currentId={current.currentId}
                  flags={timeline.flags}
                  edged={timeline.others?.ids ?? NONE}
                  selected={curation.selection.ids}
                  openBundles={timeline.bundles.ids}
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
                    <MilestonesPanel
                      metrics={metrics}
                      events={events}
                      asked={missing}
                      onAsk={(name) => void setMissing(name)}
                    />
                  ) : null}
                  <ResponseCompact incidentKey={incident.key} zone={scope.zone} />
                  <PeoplePanel incident={incident} />
                </aside>
              )}
            </div>
          </div>
        </div>
        {opened ? (
          <EventPeek
            event={opened}
            group={timeline.groups.get(opened.id) ?? null}
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
      {scope.mayEdit ? <StoryBulk curation={curation} /> : null}
      {curation.dialog ? <CurateDialogs curation={curation} dialog={curation.dialog} events={events} /> : null}
      {writing ? (
        <AddEvent
          at={writing.at}
          after={shown[current.index] ?? null}
          onAdded={(event) => scope.select(event.id)}
          onClose={() => timeline.setWriting(null)}
        />
      ) : null}
    </TimelineScopeProvider>
  );
}

function Keys({ timeline, onAdd }: { timeline: ReturnType<typeof useTimeline>; onAdd: () => void }) {
  const { shown, current, scope, curation } = timeline;
  const onMove = (event: TimelineEvent) => scope.select(event.id);
  useTimelineKeys({ shown, index: current.index, curation, onMove, onAdd, onClear: current.clear });
  return null;
}
