"use client";

import { useState } from "react";
import { noonOf } from "#components/base/time/noon-of.ts";
import { Button } from "#components/ui/button.tsx";
import { cx } from "#components/ui/cx.ts";
import layoutStyles from "#components/ui/roles/layout.module.css";
import type { TimelineEvent } from "#lib/contract/timeline.ts";
import { useTimelineScope } from "../state/scope.tsx";
import { fieldsBefore } from "../story/event-fields.ts";
import styles from "./time-editor.module.css";
import { TimeInputs } from "./time-inputs.tsx";
import { useTypedTime } from "./use-typed-time.ts";

/** The time of an event: date, time, time zone, and precision. */
export function TimeEditor({ event, onDone }: { event: TimelineEvent; onDone: () => void }) {
  const { zone, zones, curate, baseDay } = useTimelineScope();
  const time = useTypedTime(event, zone, noonOf(baseDay));
  const [tried, setTried] = useState(false);
  const [original] = useState(event);
  const save = () => {
    setTried(true);
    if (!time.result.ok) return;
    onDone();
    const { fields } = time.result;
    void curate.change(event, fields, `Time of E${event.number} changed`, fieldsBefore(original, fields));
  };
  return (
    <form
      className={cx(styles.form, layoutStyles.tightStack)}
      onSubmit={(submit) => {
        submit.preventDefault();
        save();
      }}
      onKeyDown={(press) => {
        if (press.key !== "Escape") return;
        press.stopPropagation();
        onDone();
      }}
    >
      <TimeInputs time={time} zones={zones} autoFocus showProblem={tried} />
      <span className={layoutStyles.row}>
        <Button kind="primary" type="submit">
          Set time
        </Button>
        <Button kind="ghost" onClick={onDone} keys="Esc">
          Cancel
        </Button>
      </span>
    </form>
  );
}
