"use client";

import { Flag, Pin } from "lucide-react";
import { memo } from "react";
import { cx } from "#components/ui/cx.ts";
import { EventGlyph } from "#components/ui/marks/event-glyph.tsx";
import { SourceLetter } from "#components/ui/source-letter.tsx";
import type { TimelineEvent } from "#lib/contract/timeline.ts";
import { MILESTONE_WORDS } from "#lib/timeline/milestone-names.ts";
import { certaintyOf } from "#lib/timeline/score-marks.ts";
import { isEdited } from "../event-fields.ts";
import { useTimelineScope } from "../scope.tsx";
import { EventTime } from "./event-time.tsx";
import { RowActions } from "./row-actions.tsx";
import { ZoneAsk } from "./zone-ask.tsx";

/** One event: when, what kind, what happened, what cites it and where it came from. */
export const EventRow = memo(function EventRow({ event }: { event: TimelineEvent }) {
  const { zone, baseDay, mayEdit, open, select } = useTimelineScope();
  const { source } = event;
  return (
    <>
      <EventTime event={event} zone={zone} baseDay={baseDay} />
      <span className="spine">
        <EventGlyph shape={event.shape} certainty={certaintyOf(event)} />
      </span>
      <div className="tb-b">
        <button
          type="button"
          className="tl-t"
          aria-haspopup="dialog"
          onClick={() => open(event)}
          onFocus={() => select(event.id)}
        >
          {event.title}
        </button>
        {event.body ? <div className="tl-d clamp4">{event.body}</div> : null}
        <ZoneAsk event={event} />
      </div>
      <div className="tl-m">
        {mayEdit ? <RowActions event={event} /> : null}
        {event.milestones.map((name) => (
          <span key={name} className="mk">
            <Flag className="i" />
            {MILESTONE_WORDS[name]}
          </span>
        ))}
        {event.pinned ? (
          <span className="mk" title="Pinned">
            <Pin className="i" />
            <span className="vh">Pinned</span>
          </span>
        ) : null}
        {event.hidden ? <span>hidden</span> : null}
        {isEdited(event) ? <span title="The source's own words and time are kept">edited</span> : null}
        <span className="cit">{event.citedCount > 0 ? `cited ${event.citedCount}×` : ""}</span>
        <span className="srcs">
          <SourceLetter
            letter={source.letter}
            name={source.line ? `${source.label}, line ${source.line}` : source.label}
          />
        </span>
        <span className="id num">E{event.number}</span>
      </div>
    </>
  );
});

export const rowClass = (event: TimelineEvent, isCurrent: boolean) =>
  cx("tl", event.pinned && "key", event.hidden && "hid", isCurrent && "cur");
