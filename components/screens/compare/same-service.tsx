"use client";

import { IncidentSignature } from "#components/incidents/incident/incident-signature.tsx";
import { beganWords, lastedWords } from "#components/incidents/incident/incident-words.ts";
import { SevTag } from "#components/ui/labels/sev-tag.tsx";
import { Rows } from "#components/ui/lists/rows.tsx";
import { EmptyState } from "#components/ui/page/empty-state.tsx";
import { Section } from "#components/ui/page/section.tsx";
import { SkeletonRows } from "#components/ui/page/skeleton.tsx";
import textStyles from "#components/ui/roles/text.module.css";
import { listWords } from "#lib/base/text/sentence.ts";
import type { Severity } from "#lib/base/vocabulary/incident.ts";
import type { Incident, IncidentRow } from "#lib/contract/incident.ts";
import styles from "./compare.module.css";
import { useComparable } from "./use-comparable.ts";

const SHOWN = 8;

/** Nothing is chosen yet: the latest incidents of the same service to choose from. */
export function SameService({ incident, onPick }: { incident: Incident; onPick: (key: string) => void }) {
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
