"use client";

import { Flag, Paperclip, Pin, StickyNote } from "lucide-react";
import { memo, type ReactNode, useRef } from "react";
import { cx } from "#components/ui/cx.ts";
import { EventGlyph } from "#components/ui/marks/event-glyph.tsx";
import { SourceLetter } from "#components/ui/source-letter.tsx";
import { useLongPress } from "#components/ui/use-long-press.ts";
import type { TimelineEvent } from "#lib/contract/timeline.ts";
import { eventsOfRow } from "#lib/incidents/timeline/fold-story.ts";
import { MILESTONE_WORDS } from "#lib/incidents/timeline/milestone-names.ts";
import { certaintyOf } from "#lib/incidents/timeline/score-marks.ts";
import { isEdited } from "../event-fields.ts";
import type { StoryGroup } from "../group-story.ts";
import { bundleOf, lettersOf } from "../group-words.ts";
import type { EditingFlag } from "../presence/here-words.ts";
import { useTimelineScope } from "../scope.tsx";
import { BelowLines } from "./below-lines.tsx";
import { ClockBadge } from "./clock-badge.tsx";
import { EventTime } from "./event-time.tsx";
import { KnownMark } from "./known-mark.tsx";
import { RowActions } from "./row-actions.tsx";
import { TickBox } from "./tick-box.tsx";
import { VerifiedMark } from "./verified-mark.tsx";
import { ZoneAsk } from "./zone-ask.tsx";

type EventRowProps = {
  event: TimelineEvent;
  group: StoryGroup | null;
  isNear: boolean;
  isSelected: boolean;
  isOpen: boolean;
  flag: EditingFlag | undefined;
};

/** One event: when, what kind, what happened, what stands below it, what cites it and where it came from. */
export const EventRow = memo(function EventRow({ event, group, isNear, isSelected, isOpen, flag }: EventRowProps) {
  const { zone, baseDay, mayEdit, open, select, tick } = useTimelineScope();
  // A finger held on the words selects the row; the click that ends it opens nothing.
  const isHeld = useRef(false);
  const longPress = useLongPress(() => {
    if (!mayEdit) return;
    isHeld.current = true;
    tick(event.id, false);
  });
  const press = () => {
    if (!isHeld.current) open(event);
    isHeld.current = false;
  };
  const bundle = group && group.bundled.length > 0 ? bundleOf(group) : null;
  return (
    <>
      <TickBox event={event} isSelected={isSelected} />
      <EventTime event={bundle ? { ...event, endAt: bundle.endAt } : event} zone={zone} baseDay={baseDay} />
      <span className="spine">
        <EventGlyph shape={event.shape} certainty={certaintyOf(event)} />
      </span>
      <div className="tb-b">
        <button
          type="button"
          className="tl-t"
          data-row
          aria-haspopup="dialog"
          {...longPress}
          onClick={press}
          onFocus={() => select(event.id)}
        >
          {event.title}
          {bundle ? (
            <>
              {/ fired$/i.test(event.title) ? " " : ", "}
              <b className="strong">{bundle.count} times</b>
            </>
          ) : null}
        </button>
        {flag ? <span className="flag">{flag.words}</span> : null}
        {event.body ? <div className="tl-d clamp4">{event.body}</div> : null}
        {group ? <BelowLines group={group} isOpen={isOpen} /> : null}
        <ZoneAsk event={event} />
      </div>
      <RowMarks event={event} group={group} isNear={isNear} />
    </>
  );
});

function RowMarks({ event, group, isNear }: Pick<EventRowProps, "event" | "group" | "isNear">) {
  const { zone, mayEdit } = useTimelineScope();
  // A milestone may point at a source or a repeat; it is met where that stands.
  const milestones = group ? [...new Set(eventsOfRow(group).flatMap((one) => one.milestones))] : event.milestones;
  return (
    <div className="tl-m">
      {mayEdit && isNear ? <RowActions event={event} /> : null}
      {milestones.map((name) => (
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
      {event.attachmentCount > 0 ? (
        <Count
          icon={<Paperclip className="i" />}
          count={event.attachmentCount}
          what="piece of evidence"
          many="pieces of evidence"
        />
      ) : null}
      {event.noteCount > 0 ? (
        <Count icon={<StickyNote className="i" />} count={event.noteCount} what="note" many="notes" />
      ) : null}
      {event.hidden ? <span>hidden</span> : null}
      {isEdited(event) ? <span title="The source's own words and time are kept">edited</span> : null}
      <VerifiedMark event={event} zone={zone} />
      <KnownMark event={event} zone={zone} />
      <span className="cit">{event.citedCount > 0 ? `cited ${event.citedCount}×` : ""}</span>
      <span className="srcs">
        {event.clockOffsetMs === 0 ? null : <ClockBadge offsetMs={event.clockOffsetMs} name={event.source.label} />}
        {lettersOf(event, group).map(({ letter, name }) => (
          <SourceLetter key={letter} letter={letter} name={name} />
        ))}
      </span>
      <span className="id num">E{event.number}</span>
    </div>
  );
}

type CountProps = { icon: ReactNode; count: number; what: string; many: string };

function Count({ icon, count, what, many }: CountProps) {
  return (
    <span className="mk" title={`${count} ${count === 1 ? what : many}`}>
      {icon}
      {count}
      <span className="vh"> {count === 1 ? what : many}</span>
    </span>
  );
}

interface RowState {
  isCurrent: boolean;
  isMember: boolean;
  isLater: boolean;
  isBundle: boolean;
}

export const rowClass = (event: TimelineEvent, { isCurrent, isMember, isLater, isBundle }: RowState) =>
  cx(
    "tl",
    event.pinned && "key",
    event.hidden && "hid",
    isCurrent && "cur",
    isMember && "mem",
    isLater && "not",
    isBundle && "bun",
  );
