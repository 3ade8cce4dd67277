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

const NONE: { id: string | null; lastIndex: number } = { id: null, lastIndex: -1 };

/**
 * The current row among those shown, shared by list and picture. It starts at the event of the URL ("#E9"). If its row
 * disappears, the row in its place becomes current.
 */
export function useCurrentEvent(shown: readonly TimelineEvent[]) {
  const [current, setCurrent] = useState(NONE);
  const { id: currentId, lastIndex } = current;
  const found = useMemo(() => shown.findIndex((event) => event.id === currentId), [shown, currentId]);
  const isGone = found < 0 && currentId !== null && shown.length > 0 && lastIndex >= 0;
  const index = isGone ? Math.min(lastIndex, shown.length - 1) : found;
  // While rendering, because an effect would leave the next key without a row.
  if (isGone || (index >= 0 && index !== lastIndex)) setCurrent({ id: shown[index]?.id ?? null, lastIndex: index });

  const select = useCallback((id: string) => setCurrent(({ lastIndex }) => ({ id, lastIndex })), []);
  const clear = useCallback(() => setCurrent(NONE), []);

  const isRead = useRef(false);
  useEffect(() => {
    const read = () => {
      const event = eventNamed(shown, decodeURIComponent(window.location.hash.slice(1)) || null);
      if (!event) return;
      isRead.current = true;
      select(event.id);
    };
    if (!isRead.current) read();
    window.addEventListener("hashchange", read);
    return () => window.removeEventListener("hashchange", read);
  }, [shown, select]);

  return { currentId, index, select, clear };
}
