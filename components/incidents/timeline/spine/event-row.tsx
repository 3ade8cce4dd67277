"use client";

import { MessageSquare, Paperclip, Pin } from "lucide-react";
import { type KeyboardEvent, memo, type ReactNode, useId } from "react";
import { cx } from "#components/ui/cx.ts";
import { SourceLetter } from "#components/ui/labels/source-letter.tsx";
import { EventGlyph } from "#components/ui/marks/event-glyph.tsx";
import textStyles from "#components/ui/roles/text.module.css";
import { useLongPress } from "#components/ui/use-long-press.ts";
import { clockIn } from "#lib/base/time/zoned-clock.ts";
import type { TimelineEvent } from "#lib/contract/timeline.ts";
import { certaintyOf, drawnShape } from "#lib/incidents/timeline/score/score-marks.ts";
import { titleBeyond } from "#lib/incidents/timeline/story/beyond-title.ts";
import { ClockBadge } from "../clocks/clock-badge.tsx";
import type { Suggestion } from "../curate/suggestions.ts";
import type { EditingFlag } from "../presence/here-words.ts";
import { useTimelineScope } from "../state/scope.tsx";
import { differingTimes } from "../story/differing-times.ts";
import type { StoryGroup } from "../story/group-story.ts";
import { bundleOf, lettersOf, mergedWords } from "../story/group-words.ts";
import { sourceName } from "../story/source-name.ts";
import { EventBody } from "./event-body.tsx";
import { EventTime } from "./event-time.tsx";
import { KnownMark } from "./known-mark.tsx";
import { MilestoneTags } from "./milestone-tags.tsx";
import styles from "./row.module.css";
import { RowActions } from "./row-actions.tsx";
import end from "./row-end.module.css";
import { TickBox } from "./tick-box.tsx";
import { VerifiedMark } from "./verified-mark.tsx";

type EventRowProps = {
  event: TimelineEvent;
  group: StoryGroup | null;
  suggestions: readonly Suggestion[];
  isCurrent: boolean;
  isNear: boolean;
  isSelected: boolean;
  /** Its bundle is open. */
  isOpen: boolean;
  /** Its text is open below it. */
  isBodyOpen: boolean;
  flag: EditingFlag | undefined;
};

/** One event on one line: time, kind, actor, title, milestones, counts and sources. */
export const EventRow = memo(function EventRow(props: EventRowProps) {
  const { event, group, suggestions, isCurrent, isNear, isSelected, isOpen, isBodyOpen, flag } = props;
  const { zone, baseDay, mayEdit, open, select, tick, toggleBody } = useTimelineScope();
  const bodyId = useId();
  // On the text, it selects the row.
  const longPress = useLongPress(mayEdit ? () => tick(event.id, false) : null);
  const press = () => {
    select(event.id);
    toggleBody(event.id);
  };
  // Enter presses the row. Space opens the event next to the list, here too.
  const onSpace = (press: KeyboardEvent) => {
    if (press.key !== " ") return;
    press.preventDefault();
    if (press.type === "keydown") open(event);
  };
  return (
    <>
      <TickBox event={event} isSelected={isSelected} />
      <EventTime event={event} zone={zone} baseDay={baseDay} />
      <span className={styles.spine}>
        <EventGlyph shape={drawnShape(event)} certainty={certaintyOf(event)} />
      </span>
      <span className={styles.speaker}>{event.actor ?? sourceName(event.source)}</span>
      <div className={styles.main}>
        <button
          type="button"
          className={styles.title}
          data-row
          aria-expanded={isBodyOpen}
          aria-controls={isBodyOpen ? bodyId : undefined}
          title={event.title}
          {...longPress}
          onClick={press}
          onKeyDown={onSpace}
          onKeyUp={onSpace}
          onFocus={() => select(event.id)}
        >
          {titleBeyond(event)}
          <Until event={event} group={group} />
        </button>
        {flag ? <span className={end.flag}>{flag.words}</span> : null}
        <MilestoneTags event={event} group={group} suggestions={suggestions} isCurrent={isCurrent} />
        {event.pinned ? (
          <span className={styles.mark}>
            <Pin />
            Pinned
          </span>
        ) : null}
        {event.hidden ? <span className={end.source}>hidden</span> : null}
        {event.ambiguity ? <span className={end.source}>time to review</span> : null}
        {group && differingTimes(group) ? <span className={end.source}>times differ</span> : null}
        {mayEdit && isNear ? <RowActions event={event} /> : null}
      </div>
      <RowMarks event={event} group={group} />
      {isBodyOpen ? <EventBody id={bodyId} event={event} group={group} isOpen={isOpen} /> : null}
    </>
  );
});

/** How often it occurred, and until when. */
function Until({ event, group }: Pick<EventRowProps, "event" | "group">) {
  const { zone } = useTimelineScope();
  const bundle = group && group.bundled.length > 0 ? bundleOf(group) : null;
  const endAt = bundle?.endAt ?? event.endAt;
  const until = endAt === null || endAt === event.at ? "" : ` to ${clockIn(endAt, zone).time.slice(0, 5)}`;
  if (!bundle) return until ? <span className={end.source}>{until}</span> : null;
  return (
    <>
      {/ fired$/i.test(event.title) ? " " : ", "}
      <b className={textStyles.strong}>{bundle.count} times</b>
      {until}
    </>
  );
}

function RowMarks({ event, group }: Pick<EventRowProps, "event" | "group">) {
  const { zone } = useTimelineScope();
  const merged = group ? mergedWords(group) : null;
  return (
    <div className={styles.marks}>
      <VerifiedMark event={event} zone={zone} />
      <KnownMark event={event} zone={zone} />
      <Count icon={<Paperclip />} count={event.attachmentCount} what="piece of evidence" many="pieces of evidence" />
      <Count icon={<MessageSquare />} count={event.noteCount} what="comment" many="comments" />
      <span className={end.sources}>
        {event.clockOffsetMs === 0 ? null : <ClockBadge offsetMs={event.clockOffsetMs} name={event.source.label} />}
        {lettersOf(event, group).map(({ letter, name }) => (
          <SourceLetter key={letter} letter={letter} name={name} />
        ))}
        {merged ? <span className={textStyles.visuallyHidden}>{merged}</span> : null}
      </span>
      <span className={cx(textStyles.figure, end.eventId)}>E{event.number}</span>
    </div>
  );
}

type CountProps = { icon: ReactNode; count: number; what: string; many: string };

function Count({ icon, count, what, many }: CountProps) {
  if (count === 0) return <span className={end.count} />;
  const words = count === 1 ? what : many;
  return (
    <span className={end.count} title={`${count} ${words}`}>
      {icon}
      {count}
      <span className={textStyles.visuallyHidden}> {words}</span>
    </span>
  );
}

interface RowState {
  isCurrent: boolean;
  isMember: boolean;
  isLater: boolean;
  isBundle: boolean;
  isBodyOpen: boolean;
}

export const rowClass = (event: TimelineEvent, { isCurrent, isMember, isLater, isBundle, isBodyOpen }: RowState) =>
  cx(
    styles.row,
    styles.event,
    event.pinned && styles.key,
    event.hidden && styles.hidden,
    isCurrent && styles.current,
    isMember && styles.member,
    isLater && styles.later,
    isBundle && styles.bundle,
    isBodyOpen && styles.open,
  );
