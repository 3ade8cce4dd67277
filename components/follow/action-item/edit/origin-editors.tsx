"use client";

import { useQuery } from "@tanstack/react-query";
import { reads } from "#components/base/api/client.ts";
import { ValueList } from "#components/ui/choices/value-list.tsx";
import type { ActionItemRow } from "#lib/contract/action-item.ts";
import { useFactorChoices, useIncidentChoices } from "../use-origin.ts";
import { useEditLayer } from "./edit-context.ts";

const NO_INCIDENT = "none";

/** The incident that actions follow from. */
export function IncidentEditor({ rows, onClose }: { rows: readonly ActionItemRow[]; onClose: () => void }) {
  const { change } = useEditLayer();
  const incidents = useIncidentChoices();
  const incident = rows.length === 1 ? rows[0]?.incident : null;
  const isTied = rows.some(({ incident }) => incident !== null);
  const options = [...incidents.options, ...(isTied ? [{ value: NO_INCIDENT, label: "No incident" }] : [])];
  return (
    <ValueList
      label="Incident"
      placeholder="Key or title"
      options={options}
      chosen={incident ? [incident.key] : []}
      current={incident ? { value: incident.key, label: `${incident.key} ${incident.title}` } : undefined}
      onKeep={onClose}
      onPick={(key) => change(rows, { kind: "incident", incident: incidents.find(key) })}
      onSearch={incidents.onSearch}
      empty="No matching incidents"
    />
  );
}

/** The contributing factors that an action addresses. Each choice is saved at once. */
export function FactorsEditor({ row }: { row: ActionItemRow }) {
  const { change } = useEditLayer();
  const item = useQuery(reads.actionItem.get(row.key)).data;
  const { options, find } = useFactorChoices(row.incident?.key ?? null);
  const before = item?.factors ?? [];
  const pick = (id: string) => {
    const others = before.filter((one) => one.id !== id);
    const added = others.length < before.length ? [] : find(id);
    if (item) change([item], { kind: "factors", factors: [...others, ...added], before });
  };
  return (
    <ValueList
      label="Factors"
      options={options}
      chosen={before.map(({ id }) => id)}
      onPick={pick}
      empty="No factors yet. Add them in the incident's review."
    />
  );
}
