"use client";

import type { TimelineEvent } from "#lib/contract/timeline.ts";
import { formatDuration } from "#lib/timeline/duration.ts";
import { clockIn } from "#lib/timeline/zoned-clock.ts";
import { differingTimes, type SourceTime } from "../differing-times.ts";
import type { EventFields } from "../event-fields.ts";
import type { StoryGroup } from "../group-story.ts";
import { useTimelineScope } from "../scope.tsx";

const clockWords = (at: string, zone: string, { precision }: TimelineEvent) => {
  const { time } = clockIn(at, zone);
  return `${precision === "approx" || precision === "hour" ? "±" : ""}${precision === "exact" ? time : time.slice(0, 5)}`;
};

const only = ({ event, at }: SourceTime): EventFields => ({
  at,
  endAt: null,
  precision: event.precision,
  uncertaintySeconds: event.uncertaintySeconds,
});

/** Sources that do not agree on the time: each one's time to choose, or both ends kept. */
export function TimesDiffer({ group }: { group: StoryGroup }) {
  const { mayEdit, zone, curate } = useTimelineScope();
  const differ = differingTimes(group);
  if (!differ) return null;
  const { lead } = group;
  const { times, seconds, chosen } = differ;
  const set = (fields: EventFields) => void curate.change(lead, fields, `E${lead.number} has a new time`);
  const both: EventFields = {
    at: times[0]?.at ?? lead.at,
    endAt: times.at(-1)?.at ?? null,
    precision: "approx",
    uncertaintySeconds: null,
  };
  return (
    <div className="conf">
      <span>Sources differ by {formatDuration(seconds)}</span>
      {mayEdit ? (
        <fieldset className="seg" aria-label={`Time of E${lead.number}`}>
          {times.map((time) => (
            <button
              key={time.event.id}
              type="button"
              aria-pressed={chosen === time.event.id}
              onClick={() => set(only(time))}
            >
              {clockWords(time.at, zone, time.event)} {time.event.source.letter}
            </button>
          ))}
          <button type="button" aria-pressed={chosen === "both"} onClick={() => set(both)}>
            Keep both
          </button>
        </fieldset>
      ) : (
        <span className="num">
          {times.map((time) => `${clockWords(time.at, zone, time.event)} ${time.event.source.letter}`).join(", ")}
        </span>
      )}
    </div>
  );
}
