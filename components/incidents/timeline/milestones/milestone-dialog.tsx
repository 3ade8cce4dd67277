"use client";

import { ValueList, type ValueOption } from "#components/ui/choices/value-list.tsx";
import { cx } from "#components/ui/cx.ts";
import { Dialog } from "#components/ui/overlays/dialog.tsx";
import textStyles from "#components/ui/roles/text.module.css";
import type { Metrics, TimelineEvent } from "#lib/contract/timeline.ts";
import { MILESTONE_WORDS, MILESTONES, type MilestoneName } from "#lib/incidents/timeline/milestones/milestone-names.ts";
import { useTimelineScope } from "../state/scope.tsx";

type MilestoneDialogProps = { event: TimelineEvent; metrics: Metrics; onClose: () => void };

/** Which milestone is this event? Chosen by name. Enter chooses the highlighted one, at first the suggested one. */
export function MilestoneDialog({ event, metrics, onClose }: MilestoneDialogProps) {
  const { milestones } = useTimelineScope();
  const choose = (value: string) => {
    const name = MILESTONES.find((one) => one === value);
    if (!name) return;
    onClose();
    const isSet = event.milestones.includes(name);
    void milestones.set(name, isSet ? null : { eventId: event.id, label: `E${event.number}` });
  };
  return (
    <Dialog open onOpenChange={(open) => open || onClose()} title={`Set milestone for E${event.number}`} widthPx={480}>
      <p className={cx(textStyles.secondary, textStyles.twoLines)}>{event.title}</p>
      <ValueList
        label="Milestone"
        options={milestoneOptions(event, metrics)}
        chosen={event.milestones}
        placeholder="For example, mitigated"
        onPick={choose}
      />
    </Dialog>
  );
}

/** The milestones with their current events, those suggested for this event first. */
function milestoneOptions(event: TimelineEvent, { milestones, suggestions }: Metrics): ValueOption[] {
  const isSuggested = (name: MilestoneName) =>
    suggestions.some((one) => one.name === name && one.eventId === event.id && !event.milestones.includes(name));
  const detailOf = (name: MilestoneName): string | undefined => {
    const state = milestones.find((one) => one.name === name);
    if (event.milestones.includes(name)) return "Set to this event. Choose again to clear.";
    if (state?.eventId) return `Currently E${state.eventNumber}. Moves to this event.`;
    if (state?.notApplicable) return "Marked as not applicable";
    return isSuggested(name) ? "Suggested here" : undefined;
  };
  return [...MILESTONES]
    .sort((a, b) => Number(isSuggested(b)) - Number(isSuggested(a)))
    .map((name) => ({ value: name, label: MILESTONE_WORDS[name], detail: detailOf(name) }));
}
