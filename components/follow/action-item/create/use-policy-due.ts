"use client";

import { useQuery } from "@tanstack/react-query";
import { reads } from "#components/base/api/client.ts";
import { useToday } from "#components/people/me/use-today.ts";
import type { ActionDraft, ActionPreset } from "./action-draft.ts";

/** Returns the due date that the policies give a new action today. Null: none, or not known yet. */
export function usePolicyDue(draft: ActionDraft, preset: ActionPreset): string | null {
  const { priority, teamId, ownerId, incidentKey } = draft;
  const today = useToday();
  const key = preset.incidentKey ?? incidentKey;
  const incident = useQuery({ ...reads.incident.get(key), enabled: key !== "" }).data;
  const asked = {
    ...{ priority, severity: incident?.highestSeverity ?? null, from: today },
    serviceIds: incident?.services.map(({ id }) => id) ?? [],
    teamIds: teamId ? [teamId] : [],
    ...(ownerId ? { ownerId } : {}),
  };
  return useQuery(reads.policy.applied(asked)).data?.dates.due ?? null;
}
