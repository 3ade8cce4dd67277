"use client";

import { useMemo } from "react";
import { zoneChoices } from "#components/incidents/timeline/state/shown-zone.ts";
import { useTimelineView } from "#components/incidents/timeline/state/use-timeline-view.ts";
import { useMyZone } from "#components/people/me/use-my-zone.ts";
import { Seg } from "#components/ui/choices/seg.tsx";

/** The time zone in which times are shown, as on the timeline, and the control that changes it. */
export function useShownZone(incidentZone: string) {
  const [view, setView] = useTimelineView();
  const mine = useMyZone();
  const choices = useMemo(() => zoneChoices(incidentZone, mine), [incidentZone, mine]);
  const shown = choices.find((one) => one.view === view.zone) ?? choices[0];
  return {
    zone: shown?.zone ?? "UTC",
    choice:
      choices.length > 1 ? (
        <Seg
          label="Times in"
          value={shown?.view ?? "utc"}
          options={choices.map((one) => ({ value: one.view, label: one.label }))}
          onChange={(value) => {
            const chosen = choices.find((one) => one.view === value);
            if (chosen) void setView({ zone: chosen.view });
          }}
        />
      ) : null,
  };
}
