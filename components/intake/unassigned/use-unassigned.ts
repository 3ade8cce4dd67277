"use client";

import { useQuery } from "@tanstack/react-query";
import { reads } from "#components/base/api/client.ts";
import { useSettle } from "./use-settle.ts";

/** Unassigned events by service, and attaching a lane to its open incident. */
export function useUnassigned(enabled: boolean) {
  const { data } = useQuery({ ...reads.incoming.overview(), enabled });
  const { attach } = useSettle();
  const lanes = data?.lanes ?? [];
  return {
    overview: data && data.total > 0 ? data : null,
    laneCount: lanes.length,
    attach: (key: string, events: Parameters<typeof attach>[1]) => void attach(key, events),
    /** Attaches the lane to the incident that it names. */
    attachAt: (index: number) => {
      const lane = lanes[index];
      if (lane?.candidate && data?.maySettle) void attach(lane.candidate.key, lane.events);
    },
  };
}
