"use client";

import { useEffect, useEffectEvent } from "react";
import type { TimelineEvent } from "#lib/contract/timeline.ts";
import { eventNamed, nameOf } from "./use-current-event.ts";

interface PeekedEvent {
  events: readonly TimelineEvent[];
  /** The current row of the list. */
  current: TimelineEvent | undefined;
  /** What the address says is open; null while nothing is. */
  name: string | null;
  select: (id: string) => void;
  rename: (name: string) => void;
}

/**
 * The event that is open next to the list. It is the current one: when the list moves, the address follows; when the
 * address changes on its own (a link, Back), the list follows. An event that a filter leaves out can be open too.
 */
export function usePeekedEvent({ events, current, name, select, rename }: PeekedEvent): TimelineEvent | undefined {
  const named = eventNamed(events, name);
  const namedId = named?.id ?? null;
  const follow = useEffectEvent((current: string | null) => {
    if (name !== null && current !== null && name !== current) rename(current);
  });
  useEffect(() => {
    if (namedId !== null) select(namedId);
  }, [namedId, select]);
  const currentName = current ? nameOf(current) : null;
  useEffect(() => follow(currentName), [currentName]);
  if (name === null) return undefined;
  return current ?? named;
}
