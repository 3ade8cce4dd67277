"use client";

import { useQuery } from "@tanstack/react-query";
import { reads } from "#components/base/api/client.ts";
import { type IncidentFilters, toListInput, withoutOne } from "#components/incidents/incident/list-filters.ts";
import { Button } from "#components/ui/button.tsx";
import { NothingMatches } from "#components/ui/page/empty-state.tsx";

const MOST = 50;

const NAMES: Record<string, string> = {
  q: "search text",
  status: "status",
  severity: "severity",
  kind: "kind",
  service: "service",
  review: "review",
  archived: "“archived”",
};

type NoIncidentMatchesProps = { filters: IncidentFilters; onChange: (filters: IncidentFilters) => void };

/** Names the filter to remove, and the result without it. */
export function NoIncidentMatches({ filters, onChange }: NoIncidentMatchesProps) {
  const wider = withoutOne(filters);
  const { data } = useQuery({
    ...reads.incident.some({ ...toListInput(wider?.rest ?? filters), limit: MOST }),
    enabled: wider !== null,
  });
  if (!wider) return null;
  const name = NAMES[wider.dropped] ?? "last filter";
  const count = data?.items.length;
  const found =
    count === undefined ? "" : count === 1 ? "1 incident" : `${count}${data?.nextCursor ? " or more" : ""} incidents`;
  return (
    <NothingMatches
      title="No matching incidents"
      action={<Button onClick={() => onChange(wider.rest)}>Remove filter: {name}</Button>}
    >
      {count === undefined
        ? `More incidents may match without this filter.`
        : `Without this filter: ${count === 0 ? "none" : found}.`}
    </NothingMatches>
  );
}
