"use client";

import { Eye, EyeOff, Flag, Pin, PinOff } from "lucide-react";
import { IconButton } from "#components/ui/icon-button.tsx";
import type { TimelineEvent } from "#lib/contract/timeline.ts";
import { useTimelineScope } from "../scope.tsx";
import { toggleHidden, togglePinned } from "../toggles.ts";

/** Pin, hide and milestone of one row; shown where the pointer or the keyboard is. */
export function RowActions({ event }: { event: TimelineEvent }) {
  const { curate, askMilestone } = useTimelineScope();
  return (
    <span className="tl-a">
      <IconButton
        label={event.pinned ? "Take the pin off" : "Pin: it tells the story"}
        keys="p"
        icon={event.pinned ? <PinOff className="i s" /> : <Pin className="i s" />}
        onClick={() => togglePinned(curate, event)}
      />
      <IconButton
        label={event.hidden ? "Show it again" : "Hide: it is noise"}
        keys="h"
        icon={event.hidden ? <Eye className="i s" /> : <EyeOff className="i s" />}
        onClick={() => toggleHidden(curate, event)}
      />
      <IconButton label="Milestone" keys="m" icon={<Flag className="i s" />} onClick={() => askMilestone(event)} />
    </span>
  );
}
