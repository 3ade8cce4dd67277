"use client";

import { Check } from "lucide-react";
import { type KeyboardEvent, useRef } from "react";
import { Dialog } from "#components/ui/dialog.tsx";
import { Kbd } from "#components/ui/kbd.tsx";
import { useKeys } from "#components/ui/keys/use-keys.ts";
import type { Metrics, TimelineEvent } from "#lib/contract/timeline.ts";
import { MILESTONE_WORDS, MILESTONES, type MilestoneName } from "#lib/incidents/timeline/milestone-names.ts";
import { useTimelineScope } from "../scope.tsx";
import { MILESTONE_KEYS } from "./milestone-keys.ts";

type MilestoneDialogProps = { event: TimelineEvent; metrics: Metrics; onClose: () => void };

/** Which milestone is this event? One key answers; what the rules suggest for it stands first, with the reason. */
export function MilestoneDialog({ event, metrics, onClose }: MilestoneDialogProps) {
  return (
    <Dialog
      open
      onOpenChange={(open) => open || onClose()}
      title={`Which milestone is E${event.number}?`}
      widthPx={480}
    >
      <p className="t2 clamp2">{event.title}</p>
      <Choices event={event} metrics={metrics} onClose={onClose} />
    </Dialog>
  );
}

function Choices({ event, metrics, onClose }: MilestoneDialogProps) {
  const { milestones } = useTimelineScope();
  const list = useRef<HTMLUListElement>(null);
  const reasonOf = (name: MilestoneName) =>
    metrics.suggestions.find((one) => one.name === name && one.eventId === event.id)?.reason;
  const suggestedFirst = [...MILESTONES].sort((a, b) => Number(!reasonOf(a)) - Number(!reasonOf(b)));
  const choose = (name: MilestoneName) => {
    onClose();
    const isSet = event.milestones.includes(name);
    void milestones.set(name, isSet ? null : { eventId: event.id, label: `E${event.number}` });
  };
  useKeys(
    MILESTONES.map((name) => ({
      keys: MILESTONE_KEYS[name],
      label: MILESTONE_WORDS[name],
      group: "Milestones",
      run: () => choose(name),
    })),
  );
  const onArrow = (press: KeyboardEvent) => {
    const by = { ArrowDown: 1, ArrowUp: -1 }[press.key];
    if (by === undefined) return;
    press.preventDefault();
    const buttons = [...(list.current?.querySelectorAll("button") ?? [])];
    const at = buttons.indexOf(document.activeElement as HTMLButtonElement);
    buttons[(at + by + buttons.length) % buttons.length]?.focus();
  };
  return (
    <ul ref={list} className="ms-l">
      {suggestedFirst.map((name) => {
        const state = metrics.milestones.find((one) => one.name === name);
        const isThis = event.milestones.includes(name);
        const reason = reasonOf(name);
        const note = isThis
          ? "Is this event; press to clear"
          : state?.eventId
            ? `Is E${state.eventNumber} now`
            : state?.notApplicable
              ? "Marked as not applicable"
              : reason && `Suggested: ${reason}`;
        return (
          <li key={name}>
            <button type="button" className="mi" onClick={() => choose(name)} onKeyDown={onArrow}>
              <span className="grow">
                {MILESTONE_WORDS[name]}
                {note ? <small>{note}</small> : null}
              </span>
              {isThis ? <Check className="i s tick" /> : null}
              <Kbd keys={MILESTONE_KEYS[name]} />
            </button>
          </li>
        );
      })}
    </ul>
  );
}
