"use client";

import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { reads } from "#components/base/api/client.ts";
import { useEvents } from "#components/reviews/review/use-events.ts";
import { isMeasured } from "#lib/base/time/duration.ts";
import type { LiveBlockKind } from "#lib/base/vocabulary/review.ts";
import type { Review } from "#lib/contract/review.ts";

/** Tells which live blocks of a review have no records, so a reader sees no empty frame. */
export function useEmptyBlocks({ key, incident: { key: incidentKey }, meetingOn }: Review) {
  const factors = useQuery(reads.factor.ofReview(key)).data?.items;
  const actions = useQuery(reads.actionItem.ofReview(key)).data?.items;
  const incident = useQuery(reads.incident.get(incidentKey)).data;
  const impact = useQuery(reads.impact.get(incidentKey)).data;
  const metrics = useQuery(reads.timeline.metrics(incidentKey)).data?.metrics;
  const { events, isPending, isError } = useEvents(incidentKey);
  const isEmpty: Partial<Record<LiveBlockKind, boolean>> = {
    factors: factors?.length === 0,
    changes: factors?.every(({ changes }) => changes.length === 0) ?? false,
    actions: actions?.length === 0,
    roles: incident?.roles.length === 0,
    // A failed request isn't an empty timeline. Its block shows the reason.
    timeline: !isPending && !isError && events.length === 0,
    keyTimes: metrics?.every((metric) => !isMeasured(metric)) ?? false,
    impact: impact?.windows.length === 0 && incident?.impactText.trim() === "" && !incident.impactUnknown,
    attendance: meetingOn === null,
  };
  const kinds = Object.keys(isEmpty).filter((kind) => isEmpty[kind as LiveBlockKind]);
  const kindWords = kinds.join(" ");
  // The same function until a block fills or empties, because a new one renders the text again.
  return useMemo(() => {
    const empty = new Set(kindWords.split(" "));
    return (kind: LiveBlockKind): boolean => empty.has(kind);
  }, [kindWords]);
}
