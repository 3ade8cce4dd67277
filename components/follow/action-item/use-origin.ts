"use client";

import { useQueries, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { reads } from "#components/base/api/client.ts";
import type { ValueOption } from "#components/ui/choices/value-list.tsx";
import { MINUTE_MS } from "#lib/base/time/spans.ts";
import type { ActionItem, ActionItemRow } from "#lib/contract/action-item.ts";

/** Incidents that an action can be linked to, the newest first, found by words. */
export function useIncidentChoices() {
  const [words, setWords] = useState("");
  const items = useQuery(reads.incident.found(words)).data?.items ?? [];
  return {
    options: items.map(({ key, title }): ValueOption => ({ value: key, label: `${key} ${title}` })),
    onSearch: setWords,
    find: (wanted: string): ActionItemRow["incident"] => {
      const found = items.find(({ key }) => key === wanted);
      return found ? { key: found.key, title: found.title, severity: found.severity } : null;
    },
  };
}

/** Contributing factors of an incident's reviews. Empty without an incident. */
export function useFactorChoices(incidentKey: string | null) {
  const reviews = useQuery({ ...reads.review.ofIncident(incidentKey ?? ""), enabled: incidentKey !== null });
  const keys = incidentKey === null ? [] : (reviews.data?.items ?? []).map(({ key }) => key);
  const lists = useQueries({
    queries: keys.map((key) => ({ ...reads.factor.ofReview(key), staleTime: MINUTE_MS })),
  });
  const items = lists.flatMap(({ data }) => (data?.items ?? []).filter(({ removed }) => !removed));
  return {
    options: items.map(
      ({ id, number, reviewKey, statement }): ValueOption => ({
        ...{ value: id, label: statement, detail: `Factor ${number} of ${reviewKey}` },
      }),
    ),
    /** Returns a factor as the record of an action has it. */
    find: (wanted: string): ActionItem["factors"] =>
      items
        .filter(({ id }) => id === wanted)
        .map(({ id, number, reviewKey, statement }) => ({ id, number, reviewKey, statement })),
  };
}
