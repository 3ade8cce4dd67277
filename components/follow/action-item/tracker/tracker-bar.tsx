"use client";

import { useState } from "react";
import { ValueMenu } from "#components/ui/choices/value-menu.tsx";
import { FindField } from "#components/ui/fields/find-field.tsx";
import { ChipButton } from "#components/ui/labels/chip.tsx";
import { FilterBar } from "#components/ui/lists/filter-bar.tsx";
import type { Filter, FilterField } from "#components/ui/lists/filter-field.ts";
import { ACTION_STATUS_WORDS, ACTION_STATUSES } from "#lib/base/vocabulary/action-item.ts";
import { LENGTHS } from "#lib/contract/lengths.ts";
import { PRIORITY_OPTIONS, TYPE_OPTIONS } from "../options.tsx";
import { usePeople, useTeams } from "../use-people.ts";
import { chipsOf, filtersOf } from "./tracker-filters.ts";
import { BANDS, type Band, SORTS, type Sort, sortOf, type TrackerFilters, type View } from "./tracker-views.ts";

const BAND_WORDS: Record<Band, string> = {
  onTime: "not late",
  d1to7: "1 to 7 d late",
  d8to30: "8 to 30 d late",
  d31to90: "31 to 90 d late",
  over90: "over 90 d late",
};
const SORT_WORDS: Record<Sort, string> = { due: "Most late", priority: "Priority", newest: "Newest" };

interface TrackerBarProps {
  view: View;
  filters: TrackerFilters;
  onChange: (filters: Partial<TrackerFilters>) => void;
}

/** Search, chips and order of the list. */
export function TrackerBar({ view, filters, onChange }: TrackerBarProps) {
  const fields = useFields(filters);
  // A chip that was just added has no value yet, so it can't be in the URL.
  const [fresh, setFresh] = useState<Filter | null>(null);
  const chips = chipsOf(filters);
  const isFreshOpen = fresh !== null && !chips.some((chip) => chip.field === fresh.field);
  const sort = sortOf(view, filters.sort);
  const change = (next: Filter[]) => {
    setFresh(next.find((chip) => chip.values.length === 0) ?? null);
    onChange(filtersOf(next));
  };
  return (
    <FilterBar
      fields={fields}
      filters={isFreshOpen ? [...chips, fresh] : chips}
      onChange={change}
      left={
        <FindField
          label="Find actions"
          maxLength={LENGTHS.search}
          value={filters.q}
          onChange={(q) => onChange({ q })}
        />
      }
      right={
        <ValueMenu
          label="Order"
          align="end"
          value={sort}
          options={SORTS.map((one) => ({ value: one, label: SORT_WORDS[one] }))}
          onChange={(value) => onChange({ sort: SORTS.find((one) => one === value) ?? null })}
          trigger={
            <ChipButton>
              <span className="muted">Order</span>
              {SORT_WORDS[sort]}
            </ChipButton>
          }
        />
      }
    />
  );
}

function useFields({ incident, review }: TrackerFilters): FilterField[] {
  const people = usePeople();
  const teams = useTeams();
  return [
    { key: "owner", label: "Owner", options: people.options, multiple: true },
    { key: "team", label: "Team", options: teams.options, multiple: true },
    {
      key: "status",
      label: "Status",
      options: ACTION_STATUSES.map((value) => ({ value, label: ACTION_STATUS_WORDS[value] })),
      multiple: true,
    },
    { key: "priority", label: "Priority", options: PRIORITY_OPTIONS, multiple: true },
    { key: "type", label: "Type", options: TYPE_OPTIONS, multiple: true },
    { key: "band", label: "Due", options: BANDS.map((value) => ({ value, label: BAND_WORDS[value] })) },
    { key: "archived", label: "Archived", options: [{ value: "true", label: "yes" }] },
    ...(incident ? [{ key: "incident", label: "Incident", options: [{ value: incident, label: incident }] }] : []),
    ...(review ? [{ key: "review", label: "Review", options: [{ value: review, label: review }] }] : []),
  ];
}
