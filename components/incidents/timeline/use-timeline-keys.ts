"use client";

import { useKeys } from "#components/ui/keys/use-keys.ts";
import { useListKeys } from "#components/ui/keys/use-list-keys.ts";
import type { TimelineEvent } from "#lib/contract/timeline.ts";
import type { Suggestion } from "./curate/suggestions.ts";
import type { Curation } from "./curate/use-curation.ts";
import { useTimelineScope } from "./state/scope.tsx";

const GROUP = "Timeline";

type TimelineKeys = {
  shown: readonly TimelineEvent[];
  /** Index of the current event, -1 without one. */
  index: number;
  curation: Curation;
  onMove: (event: TimelineEvent) => void;
  onAdd: () => void;
  onClear: () => void;
  /** The suggestion for the current event. */
  suggestions: readonly Suggestion[];
};

/**
 * J and K move, X and Shift select, Enter opens the text, Space opens the editor, Y sets the suggested milestone. P,
 * H, T, B, U, V and Delete apply to the selection or, if there is none, to the current event.
 */
export function useTimelineKeys({ shown, index, curation, onMove, onAdd, onClear, suggestions }: TimelineKeys): void {
  const { mayEdit, open, toggleBody, askMilestone, milestones } = useTimelineScope();
  const { acts, selection, openOrSplit, setDialog } = curation;
  const current = shown[index];
  const at = (act: (event: TimelineEvent) => void) => (place: number) => {
    const event = shown[place];
    if (event) act(event);
  };
  const setTime = () => {
    if (selection.events.length > 0) setDialog("time");
    else if (current) open(current, "time");
  };
  useListKeys({
    current: index,
    count: shown.length,
    onMove: at(onMove),
    onOpen: at((event) => toggleBody(event.id)),
    onPeek: at((event) => open(event)),
    onToggle: mayEdit ? at((event) => selection.toggle(event.id)) : undefined,
    onExtend: mayEdit ? at((event) => selection.extend(current?.id ?? null, event.id)) : undefined,
  });
  useKeys([
    { keys: "Esc", label: "Nothing selected", group: GROUP, run: onClear, unlisted: true },
    { keys: "Home", label: "First event", group: GROUP, run: () => at(onMove)(0) },
    { keys: "End", label: "Last event", group: GROUP, run: () => at(onMove)(shown.length - 1) },
  ]);
  const [suggestion] = suggestions;
  const label = `E${current?.number}`;
  useKeys(
    mayEdit
      ? [
          { keys: "p", label: "Pin", group: GROUP, run: acts.pin },
          { keys: "h", label: "Hide", group: GROUP, run: acts.hide },
          {
            keys: "e",
            label: "Edit the event, or add an event",
            group: GROUP,
            run: () => (current ? open(current, "title") : onAdd()),
          },
          { keys: "t", label: "Set or move the time", group: GROUP, run: setTime },
          { keys: "m", label: "Set a milestone", group: GROUP, run: () => current && askMilestone(current) },
          {
            keys: "y",
            label: "Accept the milestone suggested here",
            group: GROUP,
            run: () => suggestion && void milestones.set(suggestion.name, { eventId: suggestion.eventId, label }),
          },
          {
            keys: "shift+y",
            label: "Dismiss the milestone suggested here",
            group: GROUP,
            run: () => suggestion && void milestones.refuse(suggestion, label),
          },
          { keys: "b", label: "Bundle the selection", group: GROUP, run: () => acts.relate("bundled") },
          { keys: "shift+m", label: "Merge the selection", group: GROUP, run: () => acts.relate("merged") },
          { keys: "u", label: "Open a bundle, or split", group: GROUP, run: openOrSplit },
          { keys: "v", label: "Verify against the source", group: GROUP, run: acts.verify },
          { keys: "Delete", label: "Remove from the timeline", group: GROUP, run: acts.takeOut },
          { keys: "shift+e", label: "Add event", group: GROUP, run: onAdd },
        ]
      : [],
  );
}
