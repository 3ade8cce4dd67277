"use client";

import { useCallback, useEffect, useEffectEvent, useState } from "react";
import type { TimelineEvent } from "#lib/contract/timeline.ts";
import type { PeekPart } from "./peek-part.ts";
import { eventNamed, nameOf } from "./use-current-event.ts";
import { useTimelineView } from "./use-timeline-view.ts";

interface PeekedEvent {
  events: readonly TimelineEvent[];
  /** The current row of the list. */
  current: TimelineEvent | undefined;
  /** The open event in the URL. Null while nothing is open. */
  name: string | null;
  select: (id: string) => void;
  rename: (name: string) => void;
}

/**
 * The event that is open next to the list. It is the current one: when the list moves, the URL follows, and when the
 * URL changes (a link, Back), the list follows. It can also be an event that a filter leaves out.
 */
function usePeekedEvent({ events, current, name, select, rename }: PeekedEvent): TimelineEvent | undefined {
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

/** The event that is open next to the list, and the requested part of it. */
export function usePeek({ events, current, select }: Pick<PeekedEvent, "events" | "current" | "select">) {
  const [{ event: name }, setView] = useTimelineView();
  const [part, setPart] = useState<PeekPart>(null);
  const rename = (event: string) => void setView({ event });
  const event = usePeekedEvent({ events, current, name, select, rename });
  const open = useCallback(
    (one: TimelineEvent, at?: PeekPart) => {
      select(one.id);
      setPart(at ?? null);
      void setView({ event: nameOf(one) });
    },
    [select, setView],
  );
  return { event, part, setPart, open, close: () => void setView({ event: null }) };
}
