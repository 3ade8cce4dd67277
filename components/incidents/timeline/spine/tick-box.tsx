"use client";

import { Checkbox } from "#components/ui/fields/checkbox.tsx";
import type { TimelineEvent } from "#lib/contract/timeline.ts";
import { useTimelineScope } from "../state/scope.tsx";
import styles from "./row.module.css";

/** The check box of a row. With Shift it selects everything from the last selected row. */
export function TickBox({ event, isSelected }: { event: TimelineEvent; isSelected: boolean }) {
  const { mayEdit, tick, select } = useTimelineScope();
  return (
    <span className={styles.tick}>
      {mayEdit ? (
        <Checkbox
          aria-label={`Select E${event.number}`}
          checked={isSelected}
          onChange={() => undefined}
          // Keys apply to the current row, which is the one with the focus.
          onFocus={({ target }) => target.matches(":focus-visible") && select(event.id)}
          onClick={(press) => tick(event.id, press.shiftKey)}
        />
      ) : null}
    </span>
  );
}
