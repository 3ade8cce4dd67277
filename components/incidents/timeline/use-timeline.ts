"use client";

import { useQuery } from "@tanstack/react-query";
import { useCallback, useDeferredValue, useMemo, useState } from "react";
import { reads } from "#components/base/api/client.ts";
import { useUndo } from "#components/base/api/use-undo.ts";
import { useMyZone } from "#components/people/me/use-my-zone.ts";
import type { Incident } from "#lib/contract/incident.ts";
import type { TimelineEvent } from "#lib/contract/timeline.ts";
import { useCuration } from "./curate/use-curation.ts";
import { useSeveral } from "./curate/use-several.ts";
import type { PeekPart } from "./editor/peek-part.ts";
import type { StoryFilter, TimeRange } from "./filter-story.ts";
import { useOthersChange } from "./live/use-others-change.ts";
import { suggestionsByRow } from "./milestones/suggestions.ts";
import { type EditingFlag, editingFlags } from "./presence/here-words.ts";
import { usePresence } from "./presence/use-presence.ts";
import type { TimelineScope } from "./scope.tsx";
import { zoneChoices } from "./shown-zone.ts";
import { useCurate } from "./use-curate.ts";
import { nameOf, useCurrentEvent } from "./use-current-event.ts";
import { useMilestones } from "./use-milestones.ts";
import { useOpenIds } from "./use-open-ids.ts";
import { usePeekedEvent } from "./use-peeked-event.ts";
import { useShownStory } from "./use-shown-story.ts";
import { useStory } from "./use-story.ts";
import { useTimelineView } from "./use-timeline-view.ts";

const NONE: TimelineEvent[] = [];
const NO_FLAGS: ReadonlyMap<string, EditingFlag> = new Map();

/** A range as the address holds it. */
const datesOf = (range: TimeRange | null) =>
  range ? { from: new Date(range.fromMs), to: new Date(range.toMs) } : { from: null, to: null };

/** An event being written: about when it happened, where that is known. */
export interface Writing {
  at: string | null;
}

/** The state of a timeline's page: what is read, shown and current, what is open next to it, and the shared scope. */
export function useTimeline(incident: Incident) {
  const { key } = incident;
  const story = useStory(key);
  const metrics = useQuery(reads.timeline.metrics(key)).data;
  const [view, setView] = useTimelineView();
  const mine = useMyZone();
  const choices = useMemo(() => zoneChoices(incident.timeZone, mine), [incident.timeZone, mine]);
  const zone = choices.find((choice) => choice.view === view.zone)?.zone ?? "UTC";
  const events = story.data?.items ?? NONE;
  const suggestions = useMemo(() => suggestionsByRow(metrics?.suggestions ?? [], events), [metrics, events]);
  const filter = useMemo<StoryFilter>(
    () => ({
      show: view.show,
      shapes: view.shape,
      sources: view.source,
      words: view.q,
      range: view.from && view.to ? { fromMs: view.from.getTime(), toMs: view.to.getTime() } : null,
      suggested: new Set(suggestions.keys()),
    }),
    [view.show, view.shape, view.source, view.q, view.from, view.to, suggestions],
  );
  // What is brushed is not yet filtered: that is a second step.
  const [range, setRange] = useState<TimeRange | null>(filter.range ?? null);
  const bundles = useOpenIds();
  const bodies = useOpenIds();
  const seenAt = view.seen?.toISOString() ?? null;
  // What was found later is shown for the one moment for which that was asked.
  const [foundShownAt, setFoundShownAt] = useState<string | null>(null);
  const shownStory = useShownStory({
    events,
    metrics,
    // The field shows what is typed at once; the list and the picture follow when there is time.
    filter: useDeferredValue(filter),
    zone,
    openBundles: bundles.ids,
    seenAt,
    showsFound: seenAt !== null && foundShownAt === seenAt,
  });
  const { shown, groups, baseDay } = shownStory;
  const current = useCurrentEvent(shown);
  const [part, setPart] = useState<PeekPart>(null);
  const [asked, setAsked] = useState<TimelineEvent | null>(null);
  const offerUndo = useUndo();
  const curate = useCurate(key, offerUndo);
  const milestones = useMilestones(key, offerUndo);
  const several = useSeveral(key, curate);
  const curation = useCuration({
    shown,
    current: shown[current.index],
    groups,
    bundles,
    curate,
    several,
    select: current.select,
  });
  const others = useOthersChange(key, curate);
  const [writing, setWriting] = useState<Writing | null>(null);
  const { select } = current;
  const { tick } = curation;

  const open = useCallback(
    (event: TimelineEvent, at?: PeekPart) => {
      select(event.id);
      setPart(at ?? null);
      void setView({ event: nameOf(event) });
    },
    [select, setView],
  );
  const opened = usePeekedEvent({
    events,
    current: shown[current.index],
    name: view.event,
    select,
    rename: (event) => void setView({ event }),
  });

  const here = usePresence(key, opened?.id ?? null);
  const flags = useMemo(() => {
    if (here.length === 0) return NO_FLAGS;
    const leads = new Map(events.map((event) => [event.id, event.leadId]));
    return editingFlags(here, (id) => leads.get(id) ?? null);
  }, [here, events]);

  const scope = useMemo<TimelineScope>(
    () => ({
      incidentKey: key,
      mayEdit: incident.abilities.edit,
      zone,
      zones: choices.map((choice) => choice.zone),
      baseDay,
      curate,
      several,
      milestones,
      offerUndo,
      select,
      open,
      toggleBody: bodies.toggle,
      tick,
      toggleBundle: bundles.toggle,
      showFound: () => setFoundShownAt(seenAt),
      writeAt: (at) => setWriting({ at }),
      askMilestone: setAsked,
    }),
    [
      key,
      incident.abilities.edit,
      zone,
      choices,
      baseDay,
      curate,
      several,
      milestones,
      offerUndo,
      select,
      open,
      bodies.toggle,
      tick,
      bundles.toggle,
      seenAt,
    ],
  );
  return {
    scope,
    story,
    metrics,
    events,
    ...shownStory,
    current,
    bundles,
    bodies,
    suggestions,
    range,
    setRange,
    curation,
    others,
    here,
    flags,
    seenAt,
    setSeenAt: (at: string | null) => void setView({ seen: at === null ? null : new Date(at) }),
    writing,
    setWriting,
    filter,
    zoneView: view.zone,
    choices,
    setFilter: (change: Partial<StoryFilter>) =>
      void setView({
        ...(change.show === undefined ? {} : { show: change.show }),
        ...(change.shapes === undefined ? {} : { shape: [...change.shapes] }),
        ...(change.sources === undefined ? {} : { source: [...change.sources] }),
        ...(change.words === undefined ? {} : { q: change.words }),
        ...(change.range === undefined ? {} : datesOf(change.range)),
      }),
    /** Back to the whole incident: nothing brushed, nothing out of sight. */
    showWhole: () => {
      setRange(null);
      void setView({ from: null, to: null });
    },
    setZone: (next: (typeof view)["zone"]) => void setView({ zone: next }),
    opened,
    close: () => void setView({ event: null }),
    part,
    setPart,
    asked,
    stopAsking: () => setAsked(null),
  };
}
