"use client";

import { type ReactElement, useState } from "react";
import type { ValueOption } from "#components/ui/choices/value-list.tsx";
import { ValueMenu } from "#components/ui/choices/value-menu.tsx";
import { EventGlyph } from "#components/ui/marks/event-glyph.tsx";
import { eventClock } from "#lib/base/time/zoned-clock.ts";
import type { Metrics, TimelineEvent } from "#lib/contract/timeline.ts";
import { MILESTONE_WORDS, type MilestoneName } from "#lib/incidents/timeline/milestones/milestone-names.ts";
import { certaintyOf, drawnShape } from "#lib/incidents/timeline/score/score-marks.ts";
import type { MilestoneTarget } from "../curate/use-milestones.ts";
import { filterStory } from "../story/filter-story.ts";

const MOST = 40;
const NOT_APPLICABLE = "not_applicable";

type MilestonePickerProps = {
  name: MilestoneName;
  events: readonly TimelineEvent[];
  metrics: Metrics;
  /** IANA name or offset of the shown time zone. */
  zone: string;
  onChoose: (to: MilestoneTarget) => void;
  trigger: ReactElement;
  open: boolean;
  onOpenChange: (open: boolean) => void;
};

/**
 * Chooses the event of a milestone: the suggestion with its reason first, then events by words, then "does not apply".
 */
export function MilestonePicker(props: MilestonePickerProps) {
  const { name, events, metrics, zone, onChoose, trigger, open, onOpenChange } = props;
  const [words, setWords] = useState("");
  const state = metrics.milestones.find((one) => one.name === name);
  const choose = (value: string) => {
    const event = events.find((one) => one.id === value);
    if (value === NOT_APPLICABLE) onChoose(NOT_APPLICABLE);
    else if (event) onChoose({ eventId: event.id, label: `E${event.number}` });
  };
  return (
    <ValueMenu
      label={`${MILESTONE_WORDS[name]}: choose the event`}
      value={state?.notApplicable ? NOT_APPLICABLE : (state?.eventId ?? null)}
      // A long timeline is searched only while the menu is open.
      options={open ? optionsOf(name, events, metrics, words, zone) : []}
      placeholder="Text or number, such as E9"
      onSearch={setWords}
      onChange={choose}
      trigger={trigger}
      open={open}
      onOpenChange={onOpenChange}
    />
  );
}

function optionsOf(
  name: MilestoneName,
  events: readonly TimelineEvent[],
  metrics: Metrics,
  words: string,
  zone: string,
): ValueOption[] {
  const suggestion = metrics.suggestions.find((one) => one.name === name);
  const suggested = words === "" ? events.find((event) => event.id === suggestion?.eventId) : undefined;
  // An event that was merged into another is found there.
  const alone = events.filter(({ relation }) => relation !== "merged");
  const found = filterStory(alone, { show: "all", shapes: [], sources: [], words });
  const listed = found.filter((event) => event.at !== null && event.id !== suggested?.id).slice(0, MOST);
  const optionOf = (event: TimelineEvent, detail: string): ValueOption => ({
    value: event.id,
    label: `${eventClock(event, zone).text} ${event.title}`,
    detail,
    icon: <EventGlyph shape={drawnShape(event)} certainty={certaintyOf(event)} />,
  });
  return [
    ...(suggested ? [optionOf(suggested, `Suggested: ${suggestion?.reason}`)] : []),
    ...listed.map((event) => optionOf(event, `E${event.number}`)),
    { value: NOT_APPLICABLE, label: "Does not apply", detail: "It didn't happen in this incident" },
  ];
}
