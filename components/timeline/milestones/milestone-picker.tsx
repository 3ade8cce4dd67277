"use client";

import { type ReactElement, useState } from "react";
import { EventGlyph } from "#components/ui/marks/event-glyph.tsx";
import type { ValueOption } from "#components/ui/value-list.tsx";
import { ValueMenu } from "#components/ui/value-menu.tsx";
import type { Metrics, TimelineEvent } from "#lib/contract/timeline.ts";
import { MILESTONE_WORDS, type MilestoneName } from "#lib/timeline/milestone-names.ts";
import { certaintyOf } from "#lib/timeline/score-marks.ts";
import { eventClock } from "#lib/timeline/zoned-clock.ts";
import { filterStory } from "../filter-story.ts";
import { useTimelineScope } from "../scope.tsx";

const MOST = 40;
const NOT_APPLICABLE = "not_applicable";

type MilestonePickerProps = {
  name: MilestoneName;
  events: readonly TimelineEvent[];
  metrics: Metrics;
  trigger: ReactElement;
  open?: boolean | undefined;
  onOpenChange?: ((open: boolean) => void) | undefined;
};

/** Which event a milestone is: the suggestion with its reason first, then events by words, then "does not apply". */
export function MilestonePicker({ name, events, metrics, trigger, open, onOpenChange }: MilestonePickerProps) {
  const { zone, setMilestone } = useTimelineScope();
  const [words, setWords] = useState("");
  const state = metrics.milestones.find((one) => one.name === name);
  const suggestion = metrics.suggestions.find((one) => one.name === name);
  const timed = events.filter((event) => event.at !== null);
  const found = filterStory(timed, { show: "all", shapes: [], sources: [], words });
  const suggested = words === "" ? events.find((event) => event.id === suggestion?.eventId) : undefined;
  const listed = found.filter((event) => event.id !== suggested?.id).slice(0, MOST);
  const optionOf = (event: TimelineEvent, reason?: string): ValueOption => ({
    value: event.id,
    label: `${eventClock(event, zone).text} ${event.title}`,
    detail: reason ? `Suggested: ${reason}` : `E${event.number}`,
    icon: <EventGlyph shape={event.shape} certainty={certaintyOf(event)} />,
  });
  return (
    <ValueMenu
      label={`${MILESTONE_WORDS[name]}: choose the event`}
      value={state?.notApplicable ? NOT_APPLICABLE : (state?.eventId ?? null)}
      options={[
        ...(suggested ? [optionOf(suggested, suggestion?.reason)] : []),
        ...listed.map((event) => optionOf(event)),
        { value: NOT_APPLICABLE, label: "Does not apply", detail: "There was none in this incident" },
      ]}
      placeholder="Words, or E9"
      onSearch={setWords}
      onChange={(value) => {
        const event = events.find((one) => one.id === value);
        if (value === NOT_APPLICABLE) void setMilestone(name, NOT_APPLICABLE);
        else if (event) void setMilestone(name, { eventId: event.id, label: `E${event.number}` });
      }}
      trigger={trigger}
      open={open}
      onOpenChange={onOpenChange}
    />
  );
}
