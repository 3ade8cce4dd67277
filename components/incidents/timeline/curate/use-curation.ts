"use client";

import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import type { TimelineEvent } from "#lib/contract/timeline.ts";
import type { StoryGroup } from "../story/group-story.ts";
import { actsOn } from "./acts.ts";
import { extendTo } from "./extend-to.ts";
import { rangeBetween } from "./range-between.ts";
import type { Curate } from "./use-curate.ts";
import type { OpenIds } from "./use-open-ids.ts";
import type { Several } from "./use-several.ts";

interface Selection {
  ids: ReadonlySet<string>;
  /** In reading order. */
  events: readonly TimelineEvent[];
  toggle: (id: string) => void;
  /** One step from the current event to the next. */
  extend: (from: string | null, to: string) => void;
  /** Everything from the last selected event to this one. */
  reach: (id: string) => void;
  clear: () => void;
}

const NOTHING: ReadonlySet<string> = new Set();

/** Which events are ticked. One that is not shown any more is not selected either. */
function useSelection(shown: readonly TimelineEvent[]): Selection {
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

/** The dialog above the timeline. */
export type CurateDialog = "time" | "found" | "merges" | "questions";

interface CurationInput {
  shown: readonly TimelineEvent[];
  current: TimelineEvent | undefined;
  groups: ReadonlyMap<string, StoryGroup>;
  bundles: OpenIds;
  curate: Curate;
  several: Several;
  /** Makes an event the current one. */
  select: (id: string) => void;
}

/** The selection of a timeline and the actions for it, or for the current event while nothing is selected. */
export function useCuration({ shown, current, groups, bundles, curate, several, select }: CurationInput) {
  const selection = useSelection(shown);
  const [dialog, setDialog] = useState<CurateDialog | null>(null);
  const leads = useMemo(() => new Set(groups.keys()), [groups]);
  const targets = selection.events.length > 0 ? selection.events : current ? [current] : [];
  const acts = actsOn({ targets, leads, curate, several, onDone: selection.clear, onLead: (lead) => select(lead.id) });
  const { toggle, reach } = selection;
  const tick = useCallback((id: string, withShift: boolean) => (withShift ? reach(id) : toggle(id)), [toggle, reach]);
  const isClosedBundle =
    selection.events.length === 0 &&
    current !== undefined &&
    (groups.get(current.id)?.bundled.length ?? 0) > 0 &&
    !bundles.ids.has(current.id);
  return {
    selection,
    targets,
    acts,
    tick,
    /** U: opens a closed bundle, and splits anything else. */
    openOrSplit: () => (isClosedBundle && current ? bundles.toggle(current.id) : acts.split()),
    dialog,
    setDialog,
  };
}

export type Curation = ReturnType<typeof useCuration>;
