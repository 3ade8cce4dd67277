"use client";

import { useQuery } from "@tanstack/react-query";
import { Plus, WandSparkles } from "lucide-react";
import { useEffect, useMemo, useRef, useState } from "react";
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
import { WindowEditor } from "#components/incidents/impact/windows/window-editor.tsx";
import { WindowsSection } from "#components/incidents/impact/windows/windows-section.tsx";
import { IncidentHead } from "#components/incidents/incident/head/incident-head.tsx";
import { IncidentTabs } from "#components/incidents/incident/head/incident-tabs.tsx";
import { PutAwayBanner } from "#components/incidents/incident/head/put-away-banner.tsx";
import { useStory } from "#components/incidents/timeline/use-story.ts";
import { Button } from "#components/ui/button.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { useKeys } from "#components/ui/keys/use-keys.ts";
import { Section } from "#components/ui/section.tsx";
import { Workspace, WorkspaceList } from "#components/ui/workspace.tsx";
import type { Impact, ImpactWindow } from "#lib/contract/impact.ts";
import type { Incident } from "#lib/contract/incident.ts";
import { readKept } from "#lib/incidents/impact/kept-series.ts";
import { measureSpan } from "#lib/incidents/impact/measure-span.ts";
import { missingForProposals } from "#lib/incidents/impact/missing-for-proposals.ts";
import { samplesOf } from "#lib/incidents/impact/series-samples.ts";
import { worstMinute } from "#lib/incidents/impact/worst-minute.ts";
import { tellStory } from "#lib/story/export/tell-story.ts";
import styles from "./impact-view.module.css";

type ImpactViewProps = { incident: Incident; impact: Impact; nowMs: number };

/** The impact of an incident: what it came to, when it was how bad, what was measured, how the response went. */
export function ImpactView({ incident, impact, nowMs }: ImpactViewProps) {
  const { key, services } = incident;
  const { zone, choice } = useShownZone(incident.timeZone);
  const write = useWriteWindows(key, zone);
  const window = useSelectedWindow(impact, nowMs, write);
  const story = useStory(key).data?.items;
  const events = useMemo(() => tellStory(story ?? [], false).map(({ event }) => event), [story]);
  const milestones = useQuery(reads.timeline.metrics(key)).data?.milestones ?? [];
  const response = useQuery(reads.impact.response(key)).data;
  const [asked, setAsked] = useState<"proposals" | "window" | null>(null);
  const { mayEdit } = impact;
  const points = useMemo(() => readKept(impact.series.at(-1)?.text ?? "").points, [impact.series]);
  const measured = useMemo(() => ({ worst: worstMinute(points), samples: samplesOf(points) }), [points]);
  const add = () => setAsked("window");
  const propose = () => setAsked("proposals");
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
  const adder = useRef<HTMLButtonElement>(null);
  /** How many windows there were when one was removed. */
  const removedOf = useRef<number | null>(null);
  const count = impact.windows.length;
  // The editor goes with its window, and the focus with it: on to the button that adds one.
  useEffect(() => {
    if (removedOf.current === null || count >= removedOf.current) return;
    removedOf.current = null;
    adder.current?.focus();
  }, [count]);
  const remove = (one: ImpactWindow) => {
    removedOf.current = count;
    window.select(null);
    write.change(one, { removed: true }, "Window removed");
  };
  return (
    <Workspace alone>
      <WorkspaceList>
        <div className={styles.width}>
          <IncidentHead incident={incident} />
          <PutAwayBanner incident={incident} />
          <ImpactStrip impact={window.shown} response={response} worst={measured.worst} zone={zone} incidentKey={key} />
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
          {impact.windows.length > 0 ? (
            <WindowsSection
              impact={window.shown}
              nowMs={nowMs}
              zone={zone}
              zones={choice}
              selectedId={window.selected?.id ?? null}
              onSelect={window.select}
              addRef={adder}
              onAdd={add}
              onPropose={propose}
              editor={(one) => (
                <WindowEditor
                  key={one.id}
                  window={one}
                  measured={measureSpan(
                    measured.samples,
                    Date.parse(one.from),
                    one.to === null ? nowMs : Date.parse(one.to),
                  )}
                  nowMs={nowMs}
                  zone={zone}
                  onChange={(fields) => {
                    window.settle();
                    write.change(one, fields);
                  }}
                  onRemove={() => remove(one)}
                />
              )}
            />
          ) : (
            <Section title="Windows">
              <EmptyState
                title="No impact windows"
                action={
                  mayEdit ? (
                    <span className="inline-row">
                      <Button kind="primary" icon={<WandSparkles size={14} />} onClick={propose}>
                        {impact.proposals.length > 0
                          ? `Propose windows (${impact.proposals.length})`
                          : "Propose windows"}
                      </Button>
                      <Button ref={adder} icon={<Plus size={14} />} keys="shift+w" onClick={add}>
                        Window
                      </Button>
                    </span>
                  ) : null
                }
              >
                A window records when a service failed and for what share of its users. Its duration and weight give the
                weighted minutes and the error budget spent.
              </EmptyState>
            </Section>
          )}
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
      {asked === "proposals" ? (
        <ProposalsDialog
          proposals={impact.proposals}
          missing={missingForProposals({
            kind: incident.kind,
            status: incident.status,
            services,
            milestones,
          })}
          incidentKey={key}
          zone={zone}
          onAccept={write.accept}
          onClose={() => setAsked(null)}
        />
      ) : null}
      {asked === "window" ? (
        <AddWindow
          incident={incident}
          milestones={milestones}
          windows={impact.windows}
          zone={zone}
          nowMs={nowMs}
          onAdd={write.add}
          onAdded={window.select}
          onClose={() => setAsked(null)}
        />
      ) : null}
    </Workspace>
  );
}
