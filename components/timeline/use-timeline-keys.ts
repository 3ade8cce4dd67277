"use client";

import { useKeys } from "#components/ui/keys/use-keys.ts";
import { useListKeys } from "#components/ui/keys/use-list-keys.ts";
import type { TimelineEvent } from "#lib/contract/timeline.ts";
import { useTimelineScope } from "./scope.tsx";
import { removeFromTimeline, toggleHidden, togglePinned } from "./toggles.ts";

const GROUP = "Timeline";

type TimelineKeys = {
  shown: readonly TimelineEvent[];
  /** Index of the current event, -1 without one. */
  index: number;
  onMove: (event: TimelineEvent) => void;
  onAdd: () => void;
  onClear: () => void;
};

/** J K move, Enter and Space open, P H E M T work on the current event, Shift and E adds one. */
export function useTimelineKeys({ shown, index, onMove, onAdd, onClear }: TimelineKeys): void {
  const { mayEdit, curate, open, askMilestone } = useTimelineScope();
  const current = shown[index];
  const withEvent = (act: (event: TimelineEvent) => void) => () => current && act(current);
  const openAt = (at: number) => {
    const event = shown[at];
    if (event) open(event);
  };
  useListKeys({
    current: index,
    count: shown.length,
    onMove: (at) => {
      const event = shown[at];
      if (event) onMove(event);
    },
    onOpen: openAt,
    onPeek: openAt,
  });
  useKeys([{ keys: "Esc", label: "No current event", group: GROUP, run: onClear, unlisted: true }]);
  useKeys(
    mayEdit
      ? [
          { keys: "p", label: "Pin the event", group: GROUP, run: withEvent((event) => togglePinned(curate, event)) },
          { keys: "h", label: "Hide the event", group: GROUP, run: withEvent((event) => toggleHidden(curate, event)) },
          {
            keys: "e",
            label: "Edit the event, or add one",
            group: GROUP,
            run: () => (current ? open(current, "title") : onAdd()),
          },
          { keys: "t", label: "Set its time", group: GROUP, run: withEvent((event) => open(event, "time")) },
          { keys: "m", label: "Set a milestone", group: GROUP, run: withEvent(askMilestone) },
          {
            keys: "Delete",
            label: "Take the event out",
            group: GROUP,
            run: withEvent((event) => removeFromTimeline(curate, event)),
          },
          { keys: "shift+e", label: "Add an event", group: GROUP, run: onAdd },
        ]
      : [],
  );
}
