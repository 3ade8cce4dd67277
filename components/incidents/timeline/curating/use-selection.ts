"use client";

import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import type { TimelineEvent } from "#lib/contract/timeline.ts";
import { extendTo } from "./extend-to.ts";
import { rangeBetween } from "./range-between.ts";

export interface Selection {
  ids: ReadonlySet<string>;
  /** In reading order. */
  events: readonly TimelineEvent[];
  toggle: (id: string) => void;
  /** One step from the current event to the next. */
  extend: (from: string | null, to: string) => void;
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
  const extend = useCallback((from: string | null, to: string) => {
    last.current = to;
    setTicked((now) => extendTo(now, from, to));
  }, []);
  const reach = useCallback((id: string) => {
    const all = latest.current.map((event) => event.id);
    const range = rangeBetween(all, last.current ?? id, id);
    last.current = id;
    setTicked((now) => new Set([...now, ...range, id]));
  }, []);
  const clear = useCallback(() => {
    last.current = null;
    setTicked(NOTHING);
  }, []);
  return useMemo(() => ({ ids, events, toggle, extend, reach, clear }), [ids, events, toggle, extend, reach, clear]);
}
