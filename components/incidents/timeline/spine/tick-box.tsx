"use client";

import { Checkbox } from "#components/ui/fields/checkbox.tsx";
import type { TimelineEvent } from "#lib/contract/timeline.ts";
import { useTimelineScope } from "../state/scope.tsx";
import styles from "./row.module.css";

/** The box that selects a row; with Shift it selects everything from the row ticked before. */
export function TickBox({ event, isSelected }: { event: TimelineEvent; isSelected: boolean }) {
  const { mayEdit, tick, select } = useTimelineScope();
  return (
    <span className={styles.tick}>
      {mayEdit ? (
        <Checkbox
          aria-label={`Select E${event.number}`}
          checked={isSelected}
          onChange={() => undefined}
          // Keys work on the current row: by the keyboard it is the one that the focus is in.
          onFocus={({ target }) => target.matches(":focus-visible") && select(event.id)}
          onClick={(press) => tick(event.id, press.shiftKey)}
        />
      ) : null}
    </span>
  );
}
