"use client";

import { Eye, EyeOff, Flag, Pin, PinOff } from "lucide-react";
import type { ReactNode } from "react";
import { BareIconButton } from "#components/ui/icon-button.tsx";
import type { TimelineEvent } from "#lib/contract/timeline.ts";
import { toggleHidden, togglePinned } from "../curate/toggles.ts";
import { useTimelineScope } from "../state/scope.tsx";
import styles from "./row-end.module.css";

/** Pin, hide and milestone of one row, shown at the pointer or the keyboard's row. */
export function RowActions({ event }: { event: TimelineEvent }) {
  const { curate, askMilestone, select } = useTimelineScope();
  // Rendered while the pointer is here or the row is current, because a focused button must not disappear.
  const onFocus = () => select(event.id);
  return (
    <span className={styles.actions}>
      <Action
        label={event.pinned ? "Unpin" : "Pin as a key event"}
        keys="P"
        icon={event.pinned ? <PinOff size={14} /> : <Pin size={14} />}
        onFocus={onFocus}
        onPress={() => togglePinned(curate, event)}
      />
      <Action
        label={event.hidden ? "Show" : "Hide as noise"}
        keys="H"
        icon={event.hidden ? <Eye size={14} /> : <EyeOff size={14} />}
        onFocus={onFocus}
        onPress={() => toggleHidden(curate, event)}
      />
      <Action
        label="Milestone"
        keys="M"
        icon={<Flag size={14} />}
        onFocus={onFocus}
        onPress={() => askMilestone(event)}
      />
    </span>
  );
}

type ActionProps = { label: string; keys: string; icon: ReactNode; onFocus: () => void; onPress: () => void };

// A bare button, because hundreds of rows come and go while scrolling, and each tooltip costs as much as a row.
function Action({ label, keys, icon, onFocus, onPress }: ActionProps) {
  return <BareIconButton label={label} icon={icon} title={`${label} (${keys})`} onFocus={onFocus} onClick={onPress} />;
}
