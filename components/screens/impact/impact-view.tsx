"use client";

import { useQuery } from "@tanstack/react-query";
import { useMemo, useState } from "react";
import { reads } from "#components/base/api/client.ts";
import { ImpactStrip } from "#components/incidents/impact/impact-strip.tsx";
import { ResponseSection } from "#components/incidents/impact/response/response-section.tsx";
import { ImpactScore } from "#components/incidents/impact/score/impact-score.tsx";
import { SeriesSection } from "#components/incidents/impact/series/series-section.tsx";
import { SuspectsSection } from "#components/incidents/impact/suspects-section.tsx";
import { useSelectedWindow } from "#components/incidents/impact/use-selected-window.ts";
import { useShownZone } from "#components/incidents/impact/use-shown-zone.tsx";
import { useWriteWindows } from "#components/incidents/impact/use-write-windows.ts";
import { AddWindow } from "#components/incidents/impact/windows/add-window.tsx";
import { ProposalsDialog } from "#components/incidents/impact/windows/proposals-dialog.tsx";
import { ArchivedBanner } from "#components/incidents/incident/head/archived-banner.tsx";
import { IncidentHead } from "#components/incidents/incident/head/incident-head.tsx";
import { IncidentTabs } from "#components/incidents/incident/head/incident-tabs.tsx";
import { useStory } from "#components/incidents/timeline/story/use-story.ts";
import { useKeys } from "#components/ui/keys/use-keys.ts";
import { Workspace, WorkspaceList } from "#components/ui/page/workspace.tsx";
import type { Impact } from "#lib/contract/impact.ts";
import type { Incident } from "#lib/contract/incident.ts";
import type { Metrics } from "#lib/contract/timeline.ts";
import { missingForProposals } from "#lib/incidents/impact/missing-for-proposals.ts";
import { readKept } from "#lib/incidents/impact/series/kept-series.ts";
import { worstMinute } from "#lib/incidents/impact/series/worst-minute.ts";
import { tellStory } from "#lib/story/export/tell-story.ts";
import styles from "./impact-view.module.css";
import { ImpactWindows } from "./impact-windows.tsx";

type Asked = "proposals" | "window";
type ImpactViewProps = { incident: Incident; impact: Impact; nowMs: number };

/** The impact of an incident: totals, windows, measured series, and the response. */
export function ImpactView({ incident, impact, nowMs }: ImpactViewProps) {
  const { key, services } = incident;
  const { zone, choice } = useShownZone(incident.timeZone);
  const write = useWriteWindows(key, zone);
  const window = useSelectedWindow(impact, nowMs, write);
  const story = useStory(key).data?.items;
  const events = useMemo(() => tellStory(story ?? [], false).map(({ event }) => event), [story]);
  const milestones = useQuery(reads.timeline.metrics(key)).data?.milestones ?? [];
  const response = useQuery(reads.impact.response(key)).data;
  const [asked, setAsked] = useState<Asked | null>(null);
  const { mayEdit } = impact;
  const points = useMemo(() => readKept(impact.series.at(-1)?.text ?? "").points, [impact.series]);
  const worst = useMemo(() => worstMinute(points), [points]);
  const add = () => setAsked("window");
  const propose = () => setAsked("proposals");
  const close = () => setAsked(null);
  useKeys(mayEdit ? [{ keys: "shift+w", label: "Add an impact window", group: "Impact", run: add }] : []);
  useKeys(
    window.selected
      ? [
          {
            keys: "Esc",
            label: "Clear the selection",
            group: "Impact",
            run: () => window.select(null),
            unlisted: true,
          },
        ]
      : [],
  );
  return (
    <Workspace alone>
      <WorkspaceList>
        <div className={styles.width}>
          <IncidentHead incident={incident} />
          <ArchivedBanner incident={incident} />
          <ImpactStrip impact={window.shown} response={response} worst={worst} zone={zone} incidentKey={key} />
          <IncidentTabs incident={incident} current="impact" />
          <ImpactScore
            impact={window.shown}
            events={events}
            milestones={milestones}
            ends={[incident.startedAt, incident.resolvedAt]}
            nowMs={nowMs}
            zone={zone}
            selected={window.selected}
            before={window.before}
            onSelect={window.select}
            onDraft={window.drag}
            onSettle={window.settle}
          />
          <ImpactWindows
            impact={impact}
            window={window}
            write={write}
            points={points}
            nowMs={nowMs}
            zone={zone}
            zones={choice}
            onAdd={add}
            onPropose={propose}
          />
          <SeriesSection
            incidentKey={key}
            impact={impact}
            services={services}
            events={events}
            zone={zone}
            onPlaced={write.place}
          />
          {response ? (
            <>
              <ResponseSection
                response={response}
                events={story ?? []}
                zone={zone}
                incidentKey={key}
                mayEdit={mayEdit}
              />
              <SuspectsSection response={response} incidentKey={key} zone={zone} mayEdit={mayEdit} />
            </>
          ) : null}
        </div>
      </WorkspaceList>
      {asked ? (
        <Dialogs
          {...{ asked, incident, impact, milestones, zone, nowMs, write }}
          onAdded={window.select}
          onClose={close}
        />
      ) : null}
    </Workspace>
  );
}

type DialogsProps = ImpactViewProps & {
  asked: Asked;
  milestones: Metrics["milestones"];
  zone: string;
  write: ReturnType<typeof useWriteWindows>;
  onAdded: ReturnType<typeof useSelectedWindow>["select"];
  onClose: () => void;
};

function Dialogs({ asked, incident, impact, milestones, zone, nowMs, write, onAdded, onClose }: DialogsProps) {
  const { key, kind, status, services } = incident;
  if (asked === "proposals")
    return (
      <ProposalsDialog
        proposals={impact.proposals}
        missing={missingForProposals({ kind, status, services, milestones })}
        incidentKey={key}
        zone={zone}
        onAccept={write.accept}
        onClose={onClose}
      />
    );
  return (
    <AddWindow
      incident={incident}
      milestones={milestones}
      windows={impact.windows}
      zone={zone}
      nowMs={nowMs}
      onAdd={write.add}
      onAdded={onAdded}
      onClose={onClose}
    />
  );
}
