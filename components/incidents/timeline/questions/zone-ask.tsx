"use client";

import { cx } from "#components/ui/cx.ts";
import textStyles from "#components/ui/roles/text.module.css";
import type { TimelineEvent } from "#lib/contract/timeline.ts";
import { useTimelineScope } from "../state/scope.tsx";
import styles from "./time-ask.module.css";
import { isZoneQuestion } from "./time-questions.ts";
import { ZoneChoice } from "./zone-choice.tsx";

/** The open question of an event whose time needs a person. */
export function ZoneAsk({ event, isBeside }: { event: TimelineEvent; isBeside?: boolean }) {
  const { mayEdit, open } = useTimelineScope();
  const { ambiguity, source } = event;
  if (!ambiguity) return null;
  const isZone = isZoneQuestion(event);
  return (
    <div className={cx(styles.ask, isBeside && styles.beside)}>
      <span>{ambiguity.question}</span>
      {mayEdit && isZone && source.importId !== null ? (
        <ZoneChoice importId={source.importId} label={source.label} />
      ) : null}
      {mayEdit ? (
        <button type="button" className={textStyles.link} onClick={() => open(event, "time")}>
          {isZone ? "Another time zone or time" : "Set time"}
        </button>
      ) : null}
    </div>
  );
}
