"use client";

import { SegFrame } from "#components/ui/choices/seg.tsx";
import { cx } from "#components/ui/cx.ts";
import textStyles from "#components/ui/roles/text.module.css";
import { formatDuration } from "#lib/base/time/duration.ts";
import type { Precision } from "#lib/base/time/precision.ts";
import { clockIn } from "#lib/base/time/zoned-clock.ts";
import { useTimelineScope } from "../state/scope.tsx";
import { differingTimes, type SourceTime } from "../story/differing-times.ts";
import type { EventFields } from "../story/event-fields.ts";
import type { StoryGroup } from "../story/group-story.ts";
import styles from "./time-ask.module.css";

/** How exactly a source knows its time. For an event whose time people edited, only the instant is kept and used. */
const precisionOf = ({ event, at }: SourceTime): Precision => {
  if (event.original === null || event.precision !== "approx") return event.precision;
  return at.endsWith(":00.000Z") ? "minute" : "exact";
};

function clockWords(source: SourceTime, zone: string): string {
  const precision = precisionOf(source);
  const { time } = clockIn(source.at, zone);
  const words = precision === "exact" ? time : time.slice(0, 5);
  return `${precision === "approx" || precision === "hour" ? "±" : ""}${words} ${source.event.source.letter}`;
}

const only = (source: SourceTime): EventFields => ({
  at: source.at,
  endAt: null,
  precision: precisionOf(source),
  uncertaintySeconds: source.event.uncertaintySeconds,
});

/** Sources with different times: choose one of them, or keep both ends. */
export function TimesDiffer({ group, isBeside }: { group: StoryGroup; isBeside?: boolean }) {
  const { mayEdit, zone, curate } = useTimelineScope();
  const differ = differingTimes(group);
  if (!differ) return null;
  const { lead } = group;
  const { times, seconds, chosen } = differ;
  const set = (fields: EventFields) => void curate.change(lead, fields, `Time of E${lead.number} changed`);
  const both: EventFields = {
    at: times[0]?.at ?? lead.at,
    endAt: times.at(-1)?.at ?? null,
    precision: "approx",
    uncertaintySeconds: null,
  };
  return (
    <div className={cx(styles.ask, isBeside && styles.beside)}>
      <span>Sources differ by {formatDuration(seconds)}</span>
      {mayEdit ? (
        <SegFrame aria-label={`Time of E${lead.number}`}>
          {times.map((time) => (
            <button
              key={time.event.id}
              type="button"
              aria-pressed={chosen === time.event.id}
              onClick={() => set(only(time))}
            >
              {clockWords(time, zone)}
            </button>
          ))}
          <button type="button" aria-pressed={chosen === "both"} onClick={() => set(both)}>
            Keep both
          </button>
        </SegFrame>
      ) : (
        <span className={textStyles.figure}>{times.map((time) => clockWords(time, zone)).join(", ")}</span>
      )}
    </div>
  );
}
