"use client";

import { useMemo } from "react";
import { clockIn } from "#lib/base/time/zoned-clock.ts";
import type { Metrics, TimelineEvent } from "#lib/contract/timeline.ts";
import { asSeenAt } from "#lib/incidents/timeline/story/as-seen-at.ts";
import { filterStory, isNarrowed, type StoryFilter } from "../story/filter-story.ts";
import { groupStory } from "../story/group-story.ts";
import { spineRows } from "../story/spine-rows.ts";

/** Gives each event without a time that of the event above, because its order is known. */
function inOrderOfTime(events: readonly TimelineEvent[]): TimelineEvent[] {
  let above: string | null = null;
  return events.map((event) => {
    above = event.at ?? above;
    return event.at === null && above !== null ? { ...event, at: above } : event;
  });
}

const NO_GAPS: Metrics["gaps"] = [];

interface ShownStoryInput {
  events: readonly TimelineEvent[];
  metrics: Metrics | undefined;
  filter: StoryFilter;
  zone: string;
  /** Ids of the leads with open bundles. */
  openBundles: ReadonlySet<string>;
  /** The moment of the reading. Null for the whole story. */
  seenAt: string | null;
  /** Events that were found later are also shown. */
  showsFound: boolean;
}

/** The shown events and the rows of the spine. Silence counts only while nothing is filtered out. */
export function useShownStory(input: ShownStoryInput) {
  const { events, metrics, filter, zone, openBundles, seenAt, showsFound } = input;
  const { leads, groups } = useMemo(() => groupStory(events), [events]);
  const matching = useMemo(() => filterStory(leads, filter, groups), [leads, filter, groups]);
  const seen = useMemo(() => (seenAt === null ? null : asSeenAt(inOrderOfTime(matching), seenAt)), [matching, seenAt]);
  const leftOut = useMemo(
    () => (seen && !showsFound ? new Set(seen.foundAfterwards.map((event) => event.id)) : undefined),
    [seen, showsFound],
  );
  const listed = useMemo(
    () =>
      openBundles.size === 0
        ? matching
        : matching.flatMap((event) => [
            event,
            ...(openBundles.has(event.id) ? (groups.get(event.id)?.bundled ?? []) : []),
          ]),
    [matching, groups, openBundles],
  );
  const rows = useMemo(
    () =>
      spineRows(listed, {
        phases: metrics?.phases ?? [],
        band: metrics?.band ?? [],
        gaps: isNarrowed(filter) ? NO_GAPS : (metrics?.gaps ?? NO_GAPS),
        groups,
        zone,
        seenAt,
        ...(leftOut ? { leftOut } : {}),
      }),
    [listed, metrics, filter, groups, zone, seenAt, leftOut],
  );
  const shown = useMemo(
    () => (leftOut && leftOut.size > 0 ? listed.filter((event) => !leftOut.has(event.id)) : listed),
    [listed, leftOut],
  );
  const first = events.find((event) => event.at !== null)?.at ?? null;
  const baseDay = useMemo(() => (first === null ? null : clockIn(first, zone).day), [first, zone]);
  return { leads, groups, matching, shown, rows, baseDay, seen };
}
