"use client";

import { useState } from "react";
import { useTeams } from "#components/follow/action-item/use-people.ts";
import { useToday } from "#components/people/me/use-today.ts";
import { FindField } from "#components/ui/fields/find-field.tsx";
import { FilterBar } from "#components/ui/lists/filter-bar.tsx";
import type { Filter, FilterField } from "#components/ui/lists/filter-field.ts";
import { CHANGE_HEALTH_WORDS, CHANGE_HEALTHS } from "#lib/base/vocabulary/strategic-change.ts";
import { LENGTHS } from "#lib/contract/lengths.ts";
import { addQuarters, quarterOf, quarterWords } from "#lib/follow/strategic-change/quarter.ts";
import { type ChangeFilters, quarterChoices } from "../change-views.ts";

interface StrategyBarProps {
  filters: ChangeFilters;
  onChange: (filters: Partial<ChangeFilters>) => void;
}

const chipsOf = ({ health, quarter, team, archived }: ChangeFilters): Filter[] => [
  ...(health.length > 0 ? [{ field: "health", values: health }] : []),
  ...(quarter.length > 0 ? [{ field: "quarter", values: quarter }] : []),
  ...(team.length > 0 ? [{ field: "team", values: team }] : []),
  ...(archived ? [{ field: "archived", values: ["true"] }] : []),
];

/** Search and chips above the list of strategic changes. */
export function StrategyBar({ filters, onChange }: StrategyBarProps) {
  const today = useToday();
  const teams = useTeams();
  const [fresh, setFresh] = useState<Filter | null>(null);
  const chips = chipsOf(filters);
  const isFreshOpen = fresh !== null && !chips.some((chip) => chip.field === fresh.field);
  const fields: FilterField[] = [
    {
      key: "health",
      label: "Health",
      options: CHANGE_HEALTHS.map((value) => ({ value, label: CHANGE_HEALTH_WORDS[value] })),
      multiple: true,
    },
    {
      key: "quarter",
      label: "Quarter",
      options: quarterChoices(addQuarters(quarterOf(today), -2), addQuarters, filters.quarter).map((value) => ({
        value,
        label: quarterWords(value),
      })),
      multiple: true,
    },
    { key: "team", label: "Team", options: teams.options, multiple: true },
    { key: "archived", label: "Archived", options: [{ value: "true", label: "yes" }] },
  ];
  const change = (next: Filter[]) => {
    const of = (field: string) => next.find((chip) => chip.field === field)?.values ?? [];
    setFresh(next.find((chip) => chip.values.length === 0) ?? null);
    onChange({
      health: CHANGE_HEALTHS.filter((one) => of("health").includes(one)),
      quarter: [...of("quarter")],
      team: [...of("team")],
      archived: of("archived").includes("true"),
    });
  };
  return (
    <FilterBar
      fields={fields}
      filters={isFreshOpen ? [...chips, fresh] : chips}
      onChange={change}
      left={
        <FindField
          label="Find strategic changes"
          maxLength={LENGTHS.search}
          value={filters.q}
          onChange={(q) => onChange({ q })}
        />
      }
    />
  );
}
