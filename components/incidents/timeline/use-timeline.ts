"use client";

import { useQuery } from "@tanstack/react-query";
import { useDeferredValue, useMemo, useState } from "react";
import { reads } from "#components/base/api/client.ts";
import { useUndo } from "#components/base/api/use-undo.ts";
import type { Incident } from "#lib/contract/incident.ts";
import type { TimelineEvent } from "#lib/contract/timeline.ts";
import { suggestionsByRow } from "./curate/suggestions.ts";
import { useCurate } from "./curate/use-curate.ts";
import { useCuration } from "./curate/use-curation.ts";
import { useMilestones } from "./curate/use-milestones.ts";
import { useOpenIds } from "./curate/use-open-ids.ts";
import { useSeveral } from "./curate/use-several.ts";
import { useOthersChange } from "./live/use-others-change.ts";
import { type EditingFlag, editingFlags } from "./presence/here-words.ts";
import { usePresence } from "./presence/use-presence.ts";
import type { TimelineScope } from "./state/scope.tsx";
import { useCurrentEvent } from "./state/use-current-event.ts";
import { usePeek } from "./state/use-peeked-event.ts";
import { useShownStory } from "./state/use-shown-story.ts";
import { useStoryView } from "./state/use-story-view.ts";
import { useStory } from "./story/use-story.ts";

const NONE: TimelineEvent[] = [];
const NO_FLAGS: ReadonlyMap<string, EditingFlag> = new Map();

/** Who else is here, and at which events. */
function useCompany(key: string, events: readonly TimelineEvent[], openId: string | null) {
  const people = usePresence(key, openId);
  const flags = useMemo(() => {
    if (people.length === 0) return NO_FLAGS;
    const leads = new Map(events.map((event) => [event.id, event.leadId]));
    return editingFlags(people, (id) => leads.get(id) ?? null);
  }, [people, events]);
  return { people, flags };
}

/** A new event: roughly when it happened, if known. */
export interface Writing {
  at: string | null;
}

/**
 * The state of a timeline's page by its parts: the loaded story, the requested `view`, the resulting `list` and its
 * current row, the `peek` next to it, and the shared scope.
 */
export function useTimeline(incident: Incident) {
  const { key } = incident;
  const story = useStory(key);
  const metrics = useQuery(reads.timeline.metrics(key)).data;
  const events = story.data?.items ?? NONE;
  const suggestions = useMemo(() => suggestionsByRow(metrics?.suggestions ?? [], events), [metrics, events]);
  const view = useStoryView(incident.timeZone, suggestions);
  const { zone, zones, seenAt } = view;
  const bundles = useOpenIds();
  const bodies = useOpenIds();
  // Events found later are shown only for the moment for which that was requested.
  const [foundShownAt, setFoundShownAt] = useState<string | null>(null);
  const list = useShownStory({
    events,
    metrics,
    // The field shows typed text at once. The list and the picture follow when there is time.
    filter: useDeferredValue(view.filter),
    zone,
    openBundles: bundles.ids,
    seenAt,
    showsFound: seenAt !== null && foundShownAt === seenAt,
  });
  const { shown, groups, baseDay } = list;
  const current = useCurrentEvent(shown);
  const { select } = current;
  const offerUndo = useUndo();
  const curate = useCurate(key, offerUndo);
  const milestones = useMilestones(key, offerUndo);
  const several = useSeveral(key, curate);
  const curation = useCuration({ shown, current: shown[current.index], groups, bundles, curate, several, select });
  const { tick } = curation;
  const others = useOthersChange(key, curate);
  const [writing, setWriting] = useState<Writing | null>(null);
  const [asked, setAsked] = useState<TimelineEvent | null>(null);
  const peek = usePeek({ events, current: shown[current.index], select });
  const { open } = peek;
  const company = useCompany(key, events, peek.event?.id ?? null);

  const scope = useMemo<TimelineScope>(
    () => ({
      incidentKey: key,
      mayEdit: incident.abilities.edit,
      zone,
      zones: zones.map((choice) => choice.zone),
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
      zones,
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
    suggestions,
    view,
    list,
    current,
    peek,
    curation,
    company,
    others,
    openIds: { bundles: bundles.ids, bodies: bodies.ids },
    writing,
    setWriting,
    /** The event whose milestone is asked for. */
    asked,
    stopAsking: () => setAsked(null),
  };
}
