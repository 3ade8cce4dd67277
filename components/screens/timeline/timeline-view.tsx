"use client";

import { parseAsStringLiteral, useQueryState } from "nuqs";
import type { CSSProperties } from "react";
import { FoundInFiles } from "#components/incidents/finding/found-in-files.tsx";
import { ArchivedBanner } from "#components/incidents/incident/head/archived-banner.tsx";
import { IncidentHead } from "#components/incidents/incident/head/incident-head.tsx";
import { IncidentTabs } from "#components/incidents/incident/head/incident-tabs.tsx";
import { ResolveOffer } from "#components/incidents/incident/head/resolve-offer.tsx";
import { AskLines } from "#components/incidents/timeline/ask-lines.tsx";
import type { Suggestion } from "#components/incidents/timeline/curate/suggestions.ts";
import { EventPeek } from "#components/incidents/timeline/editor/event-peek.tsx";
import { OthersLine } from "#components/incidents/timeline/live/others-line.tsx";
import { KeyTimes } from "#components/incidents/timeline/milestones/key-times.tsx";
import { MilestoneDialog } from "#components/incidents/timeline/milestones/milestone-dialog.tsx";
import { HereLine } from "#components/incidents/timeline/presence/here-line.tsx";
import { Legend } from "#components/incidents/timeline/score/legend.tsx";
import { TimelineScopeProvider } from "#components/incidents/timeline/state/scope.tsx";
import { StoryBulk } from "#components/incidents/timeline/story-bulk.tsx";
import { OnlyRange } from "#components/incidents/timeline/story-filters.tsx";
import { StoryScore } from "#components/incidents/timeline/story-score.tsx";
import { TimelineBody } from "#components/incidents/timeline/timeline-body.tsx";
import { TimelineKeyHints } from "#components/incidents/timeline/timeline-key-hints.tsx";
import { useTimeline } from "#components/incidents/timeline/use-timeline.ts";
import { useTimelineKeys } from "#components/incidents/timeline/use-timeline-keys.ts";
import { cx } from "#components/ui/cx.ts";
import { Later, LaterPart } from "#components/ui/page/later-part.tsx";
import { Workspace, WorkspaceList } from "#components/ui/page/workspace.tsx";
import type { Incident } from "#lib/contract/incident.ts";
import type { TimelineEvent } from "#lib/contract/timeline.ts";
import { MILESTONES } from "#lib/incidents/timeline/milestones/milestone-names.ts";
import { Rail } from "./rail.tsx";
import { StoryBar } from "./story-bar.tsx";
import styles from "./timeline-view.module.css";
import { useStick } from "./use-stick.ts";

const ADD = new Later(() => import("#components/incidents/timeline/add-event.tsx").then((module) => module.AddEvent));
const DIALOGS = new Later(() =>
  import("#components/incidents/timeline/curate-dialogs.tsx").then((module) => module.CurateDialogs),
);

const NONE: ReadonlySet<string> = new Set();
const NO_SUGGESTIONS: readonly Suggestion[] = [];

/** The page of an incident: heading, key times, score, spine, and side panels. */
export function TimelineView({ incident }: { incident: Incident }) {
  const timeline = useTimeline(incident);
  const { scope, events, current, metrics, asked, curation, writing, peek } = timeline;
  const { shown, groups } = timeline.list;
  const opened = peek.event;
  const [missing, setMissing] = useQueryState("milestone", parseAsStringLiteral(MILESTONES));
  const [stick, stickPx] = useStick();
  const add = () => timeline.setWriting({ at: null });
  const step = (by: number) => {
    const next = shown[current.index + by];
    if (next) scope.select(next.id);
  };
  return (
    <TimelineScopeProvider scope={scope}>
      <Workspace alone={!opened} style={{ "--stick-h": `${stickPx}px` } as CSSProperties}>
        <Keys timeline={timeline} onAdd={add} />
        <WorkspaceList>
          <div className={styles.width}>
            <IncidentHead
              incident={incident}
              here={<HereLine others={timeline.company.people} />}
              offer={
                <ResolveOffer
                  incident={incident}
                  resolvedAt={metrics?.milestones.find(({ name }) => name === "resolved")?.at ?? null}
                  zone={scope.zone}
                />
              }
            />
            <ArchivedBanner incident={incident} />
            {metrics ? (
              <KeyTimes
                metrics={metrics}
                onMissing={(name) => {
                  peek.close();
                  void setMissing(name);
                }}
              />
            ) : null}
            <IncidentTabs incident={incident} current="timeline" />
            <FoundInFiles incidentKey={incident.key} mayEdit={scope.mayEdit} />
            <div ref={stick} className={styles.stick}>
              {metrics && events.length > 0 ? <StoryScore timeline={timeline} metrics={metrics} /> : null}
              <StoryBar timeline={timeline} onAdd={scope.mayEdit ? add : null} />
            </div>
            <div className={cx(styles.columns, opened && styles.single)}>
              <StoryColumn timeline={timeline} stickPx={stickPx} onAdd={add} />
              {opened ? null : (
                <Rail timeline={timeline} incident={incident} asked={missing} onAsk={(name) => void setMissing(name)} />
              )}
            </div>
          </div>
        </WorkspaceList>
        {opened ? (
          <EventPeek
            event={opened}
            group={groups.get(opened.id) ?? null}
            position={{ at: current.index + 1, of: shown.length }}
            part={peek.part}
            onPart={peek.setPart}
            onPrevious={() => step(-1)}
            onNext={() => step(1)}
            onClose={peek.close}
          />
        ) : null}
      </Workspace>
      {asked && metrics ? (
        <MilestoneDialog
          event={events.find((event) => event.id === asked.id) ?? asked}
          metrics={metrics}
          onClose={timeline.stopAsking}
        />
      ) : null}
      {scope.mayEdit ? <StoryBulk curation={curation} /> : null}
      {curation.dialog ? <LaterPart of={DIALOGS} props={{ curation, dialog: curation.dialog, events }} /> : null}
      {writing ? (
        <LaterPart
          of={ADD}
          props={{
            at: writing.at,
            after: shown[current.index] ?? null,
            onAdded: (event) => scope.select(event.id),
            onClose: () => timeline.setWriting(null),
          }}
        />
      ) : null}
    </TimelineScopeProvider>
  );
}

type StoryColumnProps = { timeline: ReturnType<typeof useTimeline>; stickPx: number; onAdd: () => void };

/** The events, below what narrows them and what they ask. */
function StoryColumn({ timeline, stickPx, onAdd }: StoryColumnProps) {
  const { scope, events, current, story, curation, view, others } = timeline;
  const { leads, shown, matching, rows } = timeline.list;
  const range = view.filter.range ?? null;
  return (
    <section aria-label="Timeline">
      {range ? (
        <OnlyRange
          range={range}
          zone={scope.zone}
          shown={matching.length}
          of={leads.filter((event) => !event.hidden).length}
          onWhole={view.showWhole}
        />
      ) : null}
      <OthersLine
        change={others}
        onShow={({ deed, events: [first] }) => {
          view.setFilter({ show: deed === "hid" ? "hidden" : "all" });
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
        rows={rows}
        currentId={current.currentId}
        flags={timeline.company.flags}
        edged={others?.ids ?? NONE}
        selected={curation.selection.ids}
        openBundles={timeline.openIds.bundles}
        openBodies={timeline.openIds.bodies}
        suggestions={timeline.suggestions}
        stickPx={stickPx}
        onAdd={onAdd}
        onShowAll={() => view.setFilter({ show: "all", shapes: [], sources: [], words: "", range: null })}
      />
      {shown.length > 0 ? (
        <div className={styles.foot}>
          <TimelineKeyHints mayEdit={scope.mayEdit} />
          <Legend />
        </div>
      ) : null}
    </section>
  );
}

function Keys({ timeline, onAdd }: { timeline: ReturnType<typeof useTimeline>; onAdd: () => void }) {
  const { current, scope, curation, suggestions } = timeline;
  const { shown } = timeline.list;
  const onMove = (event: TimelineEvent) => scope.select(event.id);
  useTimelineKeys({
    shown,
    index: current.index,
    curation,
    onMove,
    onAdd,
    onClear: curation.selection.clear,
    suggestions: suggestions.get(shown[current.index]?.id ?? "") ?? NO_SUGGESTIONS,
  });
  return null;
}
