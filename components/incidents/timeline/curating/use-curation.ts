"use client";

import { useCallback, useMemo, useState } from "react";
import type { TimelineEvent } from "#lib/contract/timeline.ts";
import type { StoryGroup } from "../group-story.ts";
import type { Curate } from "../use-curate.ts";
import { actsOn } from "./acts.ts";
import type { OpenBundles } from "./use-open-bundles.ts";
import { useSelection } from "./use-selection.ts";
import type { Several } from "./use-several.ts";

/** What stands open over the timeline. */
export type CurateDialog = "time" | "found" | "merges" | "questions";

interface CurationInput {
  shown: readonly TimelineEvent[];
  current: TimelineEvent | undefined;
  groups: ReadonlyMap<string, StoryGroup>;
  bundles: OpenBundles;
  curate: Curate;
  several: Several;
  /** Makes an event the current one. */
  select: (id: string) => void;
}

/** The selection of a timeline and what can be done with it, or with the current event while nothing is selected. */
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
    /** U: a closed bundle opens; everything else is split. */
    openOrSplit: () => (isClosedBundle && current ? bundles.toggle(current.id) : acts.split()),
    dialog,
    setDialog,
  };
}

export type Curation = ReturnType<typeof useCuration>;
