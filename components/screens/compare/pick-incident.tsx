"use client";

import { useState } from "react";
import { beganWords } from "#components/incidents/incident/incident-words.ts";
import { Combobox } from "#components/ui/combobox.tsx";
import type { Incident, IncidentRow } from "#lib/contract/incident.ts";
import { useComparable } from "./use-comparable.ts";

type PickIncidentProps = { incident: Incident; value: string | null; onPick: (key: string) => void };

/** Chooses the other incident; those of the same service stand first. */
export function PickIncident({ incident, value, onPick }: PickIncidentProps) {
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
    <div className="cmp-pick">
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
