"use client";

import { useMemo, useState } from "react";
import { cx } from "#components/ui/cx.ts";
import { FieldError } from "#components/ui/fields/field-error.tsx";
import { Input } from "#components/ui/fields/input.tsx";
import textStyles from "#components/ui/roles/text.module.css";
import { daysBetween } from "#lib/base/time/local-date.ts";
import { MINUTE_MS } from "#lib/base/time/spans.ts";
import { clockIn } from "#lib/base/time/zoned-clock.ts";
import type { TimelineEvent } from "#lib/contract/timeline.ts";
import { useTimelineScope } from "../state/scope.tsx";
import { readMoment } from "./read-moment.ts";
import styles from "./reader-bar.module.css";

const PROBLEM_ID = "moment-problem";

type SeenFieldProps = {
  events: readonly TimelineEvent[];
  seenAt: string;
  onSeenAt: (at: string) => void;
};

/** The moment as a time of the story. The arrow keys move it by a minute. */
export function SeenField({ events, seenAt, onSeenAt }: SeenFieldProps) {
  const { zone } = useTimelineScope();
  const [typed, setTyped] = useState<string | null>(null);
  const [tried, setTried] = useState(false);
  const days = useMemo(() => {
    const times = events.flatMap((event) => (event.at === null ? [] : [event.at]));
    const [first, last] = [times[0], times.at(-1)];
    const start = first ? clockIn(first, zone) : null;
    return {
      firstDay: start?.day ?? null,
      firstTime: start?.time ?? "",
      lastDay: last ? clockIn(last, zone).day : null,
    };
  }, [events, zone]);
  const clock = clockIn(seenAt, zone);
  const plus = days.firstDay === null ? 0 : daysBetween(days.firstDay, clock.day);
  const time = clock.time.endsWith(":00") ? clock.time.slice(0, 5) : clock.time;
  const value = typed ?? (plus > 0 ? `${time} +${plus}` : time);
  const reading = typed === null ? null : readMoment(typed, { ...days, zone, nowMs: Date.now() });
  const problem = tried && reading?.ok === false ? reading.reason : undefined;
  const save = () => {
    setTried(true);
    // Unreadable text stays, with the reason next to it.
    if (reading?.ok === false) return;
    if (reading?.ok) onSeenAt(reading.at);
    setTyped(null);
  };
  const step = (minutes: number) => {
    setTyped(null);
    onSeenAt(new Date(Date.parse(seenAt) + minutes * MINUTE_MS).toISOString());
  };
  return (
    <>
      <Input
        className={cx(styles.moment, textStyles.figure)}
        aria-label="Moment"
        autoComplete="off"
        value={value}
        aria-invalid={problem !== undefined || undefined}
        aria-describedby={problem ? PROBLEM_ID : undefined}
        title="A time on the timeline, such as 22:10 or 00:40 +1"
        onChange={(event) => {
          setTried(false);
          setTyped(event.target.value);
        }}
        onBlur={save}
        onKeyDown={(event) => {
          if (event.key === "Enter") save();
          if (event.key !== "ArrowUp" && event.key !== "ArrowDown") return;
          event.preventDefault();
          step(event.key === "ArrowUp" ? 1 : -1);
        }}
      />
      <FieldError id={PROBLEM_ID} message={problem} />
    </>
  );
}
