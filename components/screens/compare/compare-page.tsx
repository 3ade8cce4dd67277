"use client";

import { parseAsString, useQueryState } from "nuqs";
import { useState } from "react";
import { SimilarIncidents } from "#components/follow/canonical-factor/similar-incidents.tsx";
import { IncidentLoad } from "#components/incidents/incident/incident-load.tsx";
import { beganWords } from "#components/incidents/incident/incident-words.ts";
import { Combobox } from "#components/ui/choices/combobox.tsx";
import { Crumbs } from "#components/ui/page/crumbs.tsx";
import { Page } from "#components/ui/page/page.tsx";
import { PageHead } from "#components/ui/page/page-head.tsx";
import type { Incident, IncidentRow } from "#lib/contract/incident.ts";
import styles from "./compare.module.css";
import { CompareStories } from "./compare-stories.tsx";
import { SameService } from "./same-service.tsx";
import { useComparable } from "./use-comparable.ts";

type PickIncidentProps = { incident: Incident; value: string | null; onPick: (key: string) => void };

/** Chooses the other incident. Those of the same service come first. */
function PickIncident({ incident, value, onPick }: PickIncidentProps) {
  const [words, setWords] = useState("");
  const { sameService, others } = useComparable(incident, words);
  const now = new Date().toISOString();
  const option = (isSame: boolean) => (row: IncidentRow) => ({
    value: row.key,
    label: `${row.key} ${row.title}`,
    detail: `${isSame ? "Same service, " : ""}SEV${row.severity}, ${beganWords(row.startedAt, now)}`,
  });
  const options = [...sameService.map(option(true)), ...others.map(option(false))];
  const isListed = value === null || options.some((one) => one.value === value);
  return (
    <div className={styles.pick}>
      <Combobox
        label="Compare with"
        placeholder="Compare with"
        value={value}
        options={isListed ? options : [{ value, label: value }, ...options]}
        onChange={onPick}
        onSearch={setWords}
      />
    </div>
  );
}

/** Two incidents, one above the other, on one relative axis. */
export function ComparePage({ incidentKey }: { incidentKey: string }) {
  return <IncidentLoad incidentKey={incidentKey}>{(incident) => <Compare incident={incident} />}</IncidentLoad>;
}

function Compare({ incident }: { incident: Incident }) {
  const [other, setOther] = useQueryState("with", parseAsString);
  const pick = (key: string) => void setOther(key);
  return (
    <Page>
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
        sub="Both on one axis, by time since impact started."
        actions={<PickIncident incident={incident} value={other} onPick={pick} />}
      />
      {other ? (
        <IncidentLoad key={other} incidentKey={other}>
          {(second) => <CompareStories one={incident} other={second} />}
        </IncidentLoad>
      ) : (
        <>
          <SimilarIncidents
            incidentKey={incident.key}
            hrefOf={(key) => `/incidents/${incident.key}/compare?with=${key}`}
          />
          <SameService incident={incident} onPick={pick} />
        </>
      )}
    </Page>
  );
}
