"use client";

import { useEffect, useState } from "react";
import { fromChips, type IncidentFilters, toChips } from "#components/incidents/incident/list-filters.ts";
import { useServiceChoices } from "#components/incidents/incident/use-choices.ts";
import type { ValueOption } from "#components/ui/choices/value-list.tsx";
import { FindField } from "#components/ui/fields/find-field.tsx";
import { FilterBar } from "#components/ui/lists/filter-bar.tsx";
import {
  INCIDENT_KIND_WORDS,
  INCIDENT_KINDS,
  INCIDENT_STATUS_WORDS,
  INCIDENT_STATUSES,
  SEVERITIES,
  SEVERITY_WORDS,
} from "#lib/base/vocabulary/incident.ts";
import { LENGTHS } from "#lib/contract/lengths.ts";
import styles from "./incident-list.module.css";

const TYPING_MS = 250;

const FIELDS = [
  {
    key: "status",
    label: "Status",
    multiple: true,
    options: INCIDENT_STATUSES.map((value) => ({ value, label: INCIDENT_STATUS_WORDS[value] })),
  },
  {
    key: "severity",
    label: "Severity",
    multiple: true,
    options: SEVERITIES.map((level) => ({ value: String(level), label: SEVERITY_WORDS[level] })),
  },
  {
    key: "kind",
    label: "Kind",
    multiple: true,
    options: INCIDENT_KINDS.map((value) => ({ value, label: INCIDENT_KIND_WORDS[value] })),
  },
  {
    key: "review",
    label: "Review",
    options: [
      { value: "none", label: "not started" },
      { value: "open", label: "in progress" },
      { value: "published", label: "published" },
    ],
  },
  { key: "archived", label: "Archived", options: [{ value: "yes", label: "yes" }] },
];

const fieldsWith = (services: readonly ValueOption[]) => [
  ...FIELDS.slice(0, 3),
  { key: "service", label: "Service", multiple: true, options: services },
  ...FIELDS.slice(3),
];

type IncidentListBarProps = { filters: IncidentFilters; onChange: (filters: Partial<IncidentFilters>) => void };

/** Search by words and chips. The search runs when typing pauses. A chip without a value isn't in the URL. */
export function IncidentListBar({ filters, onChange }: IncidentListBarProps) {
  const services = useServiceChoices();
  const [words, setWords] = useState(filters.q);
  const [empty, setEmpty] = useState<string | null>(null);
  useEffect(() => setWords(filters.q), [filters.q]);
  useEffect(() => {
    if (words === filters.q) return;
    const timer = setTimeout(() => onChange({ q: words }), TYPING_MS);
    return () => clearTimeout(timer);
  }, [words, filters.q, onChange]);
  const chips = toChips(filters);
  const open = empty !== null && !chips.some((chip) => chip.field === empty) ? [{ field: empty, values: [] }] : [];
  return (
    <FilterBar
      left={
        <span className={styles.find}>
          <FindField label="Search incidents" maxLength={LENGTHS.search} value={words} onChange={setWords} />
        </span>
      }
      fields={fieldsWith(services.options)}
      filters={[...chips, ...open]}
      onChange={(next) => {
        setEmpty(next.find((chip) => chip.values.length === 0)?.field ?? null);
        onChange(fromChips(next));
      }}
    />
  );
}
