"use client";

import { parseAsString, useQueryState } from "nuqs";
import { IncidentLoad } from "#components/incidents/incident/incident-load.tsx";
import { Crumbs } from "#components/ui/crumbs.tsx";
import { PageHead } from "#components/ui/page-head.tsx";
import type { Incident } from "#lib/contract/incident.ts";
import { CompareStories } from "./compare-stories.tsx";
import { PickIncident } from "./pick-incident.tsx";
import { SameService } from "./same-service.tsx";

/** Two incidents under each other on one relative axis. */
export function ComparePage({ incidentKey }: { incidentKey: string }) {
  return <IncidentLoad incidentKey={incidentKey}>{(incident) => <Compare incident={incident} />}</IncidentLoad>;
}

function Compare({ incident }: { incident: Incident }) {
  const [other, setOther] = useQueryState("with", parseAsString);
  const pick = (key: string) => void setOther(key);
  return (
    <div className="page s-compare s-incident">
      <PageHead
        crumbs={
          <Crumbs
            items={[
              { label: "Incidents", href: "/incidents" },
              { label: incident.key, href: `/incidents/${incident.key}` },
              { label: "Compare" },
            ]}
          />
        }
        title={other ? `${incident.key} and ${other}` : `Compare ${incident.key}`}
        sub="Both on one axis, in time since impact started."
        actions={<PickIncident incident={incident} value={other} onPick={pick} />}
      />
      {other ? (
        <IncidentLoad key={other} incidentKey={other}>
          {(second) => <CompareStories one={incident} other={second} />}
        </IncidentLoad>
      ) : (
        <SameService incident={incident} onPick={pick} />
      )}
    </div>
  );
}
