"use client";

import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import type { TimelineEvent } from "#lib/contract/timeline.ts";

/** How a URL names an event. */
export const nameOf = (event: TimelineEvent) => `E${event.number}`;

/** Returns the event that a URL names: "E9" or an event's id. */
export function eventNamed(events: readonly TimelineEvent[], name: string | null): TimelineEvent | undefined {
  if (name === null) return undefined;
  const number = /^E(\d+)$/i.exec(name)?.[1];
  return events.find((event) => (number === undefined ? event.id === name : event.number === Number(number)));
}

/**
 * The current row among those shown, shared by list and picture. It starts at the event of the URL ("#E9"). If its row
 * disappears, the row in its place becomes current.
 */
export function useCurrentEvent(shown: readonly TimelineEvent[]) {
  const [currentId, setCurrentId] = useState<string | null>(null);
  const [lastIndex, setLastIndex] = useState(-1);
  const index = useMemo(() => shown.findIndex((event) => event.id === currentId), [shown, currentId]);

  const isRead = useRef(false);
  useEffect(() => {
    const read = () => {
      const event = eventNamed(shown, decodeURIComponent(window.location.hash.slice(1)) || null);
      if (!event) return;
      isRead.current = true;
      setCurrentId(event.id);
    };
    if (!isRead.current) read();
    window.addEventListener("hashchange", read);
    return () => window.removeEventListener("hashchange", read);
  }, [shown]);

  useEffect(() => {
    if (index >= 0) setLastIndex(index);
    else if (currentId !== null && shown.length > 0 && lastIndex >= 0)
      setCurrentId(shown[Math.min(lastIndex, shown.length - 1)]?.id ?? null);
  }, [index, currentId, shown, lastIndex]);

  const select = useCallback((id: string) => setCurrentId(id), []);
  const clear = useCallback(() => {
    setLastIndex(-1);
    setCurrentId(null);
  }, []);
  return { currentId, index, select, clear };
}
