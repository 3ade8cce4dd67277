"use client";

import { SimilarIncidents } from "#components/follow/canonical-factor/similar-incidents.tsx";
import { IncidentDeadlines } from "#components/incidents/deadline/incident-deadlines.tsx";
import { ResponseCompact } from "#components/incidents/impact/response/response-compact.tsx";
import { SourcesPanel } from "#components/incidents/import/list/sources-panel.tsx";
import { PeoplePanel } from "#components/incidents/incident/people/people-panel.tsx";
import { SourceList } from "#components/incidents/timeline/clocks/source-list.tsx";
import { MilestonesPanel } from "#components/incidents/timeline/milestones/milestones-panel.tsx";
import type { useTimeline } from "#components/incidents/timeline/use-timeline.ts";
import type { Incident } from "#lib/contract/incident.ts";
import type { MilestoneName } from "#lib/incidents/timeline/milestones/milestone-names.ts";
import styles from "./timeline-view.module.css";

type RailProps = {
  timeline: ReturnType<typeof useTimeline>;
  incident: Incident;
  /** The milestone with an open menu. */
  asked: MilestoneName | null;
  onAsk: (name: MilestoneName | null) => void;
};

/** Next to the list, or below it without room: milestones, sources, imports, response, people and similar incidents. */
export function Rail({ timeline, incident, asked, onAsk }: RailProps) {
  const { scope, events, metrics } = timeline;
  return (
    <aside className={styles.rail} aria-label="About this incident">
      <IncidentDeadlines incidentKey={incident.key} zone={scope.zone} mayEdit={scope.mayEdit} />
      {metrics ? <MilestonesPanel metrics={metrics} events={events} asked={asked} onAsk={onAsk} /> : null}
      {events.length > 0 ? <SourceList events={events} /> : null}
      <SourcesPanel
        incidentKey={incident.key}
        mayEdit={scope.mayEdit}
        manualEvents={events.filter((event) => event.source.type === "manual").length}
      />
      <ResponseCompact incidentKey={incident.key} zone={scope.zone} />
      <PeoplePanel incident={incident} />
      <SimilarIncidents incidentKey={incident.key} hrefOf={(key) => `/incidents/${incident.key}/compare?with=${key}`} />
    </aside>
  );
}
