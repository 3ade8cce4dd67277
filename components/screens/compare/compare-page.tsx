"use client";

import { parseAsString, useQueryState } from "nuqs";
import { useState } from "react";
import { SimilarIncidents } from "#components/follow/canonical-factor/similar-incidents.tsx";
import { IncidentLoad } from "#components/incidents/incident/incident-load.tsx";
import { IncidentSignature } from "#components/incidents/incident/incident-signature.tsx";
import { beganWords, lastedWords } from "#components/incidents/incident/incident-words.ts";
import { Combobox } from "#components/ui/choices/combobox.tsx";
import { SevTag } from "#components/ui/labels/sev-tag.tsx";
import { Rows } from "#components/ui/lists/rows.tsx";
import { Crumbs } from "#components/ui/page/crumbs.tsx";
import { EmptyState } from "#components/ui/page/empty-state.tsx";
import { Page } from "#components/ui/page/page.tsx";
import { PageHead } from "#components/ui/page/page-head.tsx";
import { Section } from "#components/ui/page/section.tsx";
import { SkeletonRows } from "#components/ui/page/skeleton.tsx";
import textStyles from "#components/ui/roles/text.module.css";
import { listWords } from "#lib/base/text/sentence.ts";
import type { Severity } from "#lib/base/vocabulary/incident.ts";
import type { Incident, IncidentRow } from "#lib/contract/incident.ts";
import styles from "./compare.module.css";
import { CompareStories } from "./compare-stories.tsx";
import { useComparable } from "./use-comparable.ts";

const SHOWN = 8;

/** Nothing is chosen yet: the latest incidents of the same service to choose from. */
function SameService({ incident, onPick }: { incident: Incident; onPick: (key: string) => void }) {
  const { sameService, others, isPending } = useComparable(incident, "");
  if (isPending) return <SkeletonRows rows={4} label="Looking for incidents of the same service" />;
  if (sameService.length === 0 && others.length === 0) {
    return <EmptyState title="No incidents to compare with">Other incidents that you can read appear here.</EmptyState>;
  }
  const rows = (sameService.length > 0 ? sameService : others).slice(0, SHOWN);
  const names = listWords(incident.services.map((service) => service.name));
  return (
    <Section
      title={sameService.length > 0 ? `Other incidents of ${names}` : "Other incidents"}
      count={sameService.length > 0 ? "newest first" : "none for the same service"}
    >
      <Rows className={styles.list}>
        {rows.map((row) => (
          <PickRow key={row.id} row={row} onPick={onPick} />
        ))}
      </Rows>
    </Section>
  );
}

function PickRow({ row, onPick }: { row: IncidentRow; onPick: (key: string) => void }) {
  const now = new Date().toISOString();
  return (
    <li>
      <button type="button" onClick={() => onPick(row.key)}>
        <SevTag level={row.severity as Severity} />
        <span className={styles.row}>
          <b>{row.title}</b>
          <span className={textStyles.note}>
            {row.key}, started {beganWords(row.startedAt, now)}, {lastedWords(row, now)}
          </span>
        </span>
        <IncidentSignature incident={row} widthPx={96} />
      </button>
    </li>
  );
}

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
