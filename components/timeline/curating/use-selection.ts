"use client";

import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import type { TimelineEvent } from "#lib/contract/timeline.ts";
import { rangeBetween } from "./range-between.ts";

export interface Selection {
  ids: ReadonlySet<string>;
  /** In reading order. */
  events: readonly TimelineEvent[];
  toggle: (id: string) => void;
  add: (ids: readonly string[]) => void;
  /** Everything from the event that was ticked last to this one. */
  reach: (id: string) => void;
  clear: () => void;
}

const NOTHING: ReadonlySet<string> = new Set();

/** Which events are ticked. One that is not shown any more is not selected either. */
export function useSelection(shown: readonly TimelineEvent[]): Selection {
  const [ticked, setTicked] = useState(NOTHING);
  const last = useRef<string | null>(null);
  const latest = useRef(shown);
  useEffect(() => {
    latest.current = shown;
  });
  const events = useMemo(
    () => (ticked.size === 0 ? [] : shown.filter((event) => ticked.has(event.id))),
    [shown, ticked],
  );
  const ids = useMemo(() => (events.length === 0 ? NOTHING : new Set(events.map((event) => event.id))), [events]);
  const toggle = useCallback((id: string) => {
    last.current = id;
    setTicked((now) => new Set(now.has(id) ? [...now].filter((one) => one !== id) : [...now, id]));
  }, []);
  const add = useCallback((more: readonly string[]) => {
    last.current = more.at(-1) ?? last.current;
    setTicked((now) => new Set([...now, ...more]));
  }, []);
  const reach = useCallback(
    (id: string) => {
      const all = latest.current.map((event) => event.id);
      add([...rangeBetween(all, last.current ?? id, id), id]);
    },
    [add],
  );
  const clear = useCallback(() => {
    last.current = null;
    setTicked(NOTHING);
  }, []);
  return useMemo(() => ({ ids, events, toggle, add, reach, clear }), [ids, events, toggle, add, reach, clear]);
}
