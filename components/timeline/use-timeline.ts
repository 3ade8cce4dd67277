"use client";

import { useQuery } from "@tanstack/react-query";
import { useCallback, useMemo, useState } from "react";
import type { Incident } from "#lib/contract/incident.ts";
import type { TimelineEvent } from "#lib/contract/timeline.ts";
import type { PeekPart } from "./editor/event-peek.tsx";
import type { StoryFilter } from "./filter-story.ts";
import type { TimelineScope } from "./scope.tsx";
import { zoneChoices } from "./shown-zone.ts";
import { useCurate } from "./use-curate.ts";
import { nameOf, useCurrentEvent } from "./use-current-event.ts";
import { metricsOptions, useMilestones } from "./use-milestones.ts";
import { useMyZone } from "./use-my-zone.ts";
import { usePeekedEvent } from "./use-peeked-event.ts";
import { useShownStory } from "./use-shown-story.ts";
import { useStory } from "./use-story.ts";
import { useTimelineView } from "./use-timeline-view.ts";
import { useUndo } from "./use-undo.ts";

const NONE: TimelineEvent[] = [];

/** The state of a timeline's page: what is read, shown and current, what is open beside it, and the shared scope. */
export function useTimeline(incident: Incident) {
  const { key } = incident;
  const story = useStory(key);
  const metrics = useQuery(metricsOptions(key)).data;
  const [view, setView] = useTimelineView();
  const mine = useMyZone();
  const choices = useMemo(() => zoneChoices(incident.timeZone, mine), [incident.timeZone, mine]);
  const zone = choices.find((choice) => choice.view === view.zone)?.zone ?? "UTC";
  const filter = useMemo<StoryFilter>(
    () => ({ show: view.show, shapes: view.shape, sources: view.source, words: view.q }),
    [view.show, view.shape, view.source, view.q],
  );
  const events = story.data?.items ?? NONE;
  const { shown, rows, baseDay } = useShownStory(events, metrics, filter, zone);
  const current = useCurrentEvent(shown);
  const [part, setPart] = useState<PeekPart>(null);
  const [asked, setAsked] = useState<TimelineEvent | null>(null);
  const offerUndo = useUndo();
  const curate = useCurate(key, offerUndo);
  const milestones = useMilestones(key, offerUndo);
  const { select } = current;

  const open = useCallback(
    (event: TimelineEvent, at?: "title" | "time") => {
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

  const scope = useMemo<TimelineScope>(
    () => ({
      incidentKey: key,
      mayEdit: incident.abilities.edit,
      zone,
      zones: choices.map((choice) => choice.zone),
      baseDay,
      curate,
      milestones,
      offerUndo,
      select,
      open,
      askMilestone: setAsked,
    }),
    [key, incident.abilities.edit, zone, choices, baseDay, curate, milestones, offerUndo, select, open],
  );
  return {
    scope,
    story,
    metrics,
    events,
    shown,
    rows,
    current,
    filter,
    zoneView: view.zone,
    choices,
    setFilter: (change: Partial<StoryFilter>) =>
      void setView({
        ...(change.show === undefined ? {} : { show: change.show }),
        ...(change.shapes === undefined ? {} : { shape: [...change.shapes] }),
        ...(change.sources === undefined ? {} : { source: [...change.sources] }),
        ...(change.words === undefined ? {} : { q: change.words }),
      }),
    setZone: (next: (typeof view)["zone"]) => void setView({ zone: next }),
    opened,
    close: () => void setView({ event: null }),
    part,
    setPart,
    asked,
    stopAsking: () => setAsked(null),
  };
}
