"use client";

import { useQuery } from "@tanstack/react-query";
import { reads } from "#components/base/api/client.ts";
import type { Incident, IncidentRow } from "#lib/contract/incident.ts";

const MOST = 50;

/** Incidents to compare with: those with a shared service first, newest first. `words` filters both. */
export function useComparable(incident: Incident, words: string) {
  const q = words.trim() ? { q: words.trim() } : {};
  const serviceId = incident.services.map((service) => service.id);
  const same = useQuery({
    ...reads.incident.some({ serviceId, limit: MOST, ...q }),
    enabled: serviceId.length > 0,
  });
  const all = useQuery(reads.incident.some({ limit: MOST, ...q }));
  const isOther = (row: IncidentRow) => row.id !== incident.id;
  const sameService = serviceId.length > 0 ? (same.data?.items ?? []).filter(isOther) : [];
  const known = new Set(sameService.map((row) => row.id));
  const others = (all.data?.items ?? []).filter((row) => isOther(row) && !known.has(row.id));
  return { sameService, others, isPending: all.isPending || (serviceId.length > 0 && same.isPending) };
}
