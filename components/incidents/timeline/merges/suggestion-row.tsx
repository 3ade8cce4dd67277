"use client";

import { Button } from "#components/ui/button.tsx";
import { EventGlyph } from "#components/ui/marks/event-glyph.tsx";
import { SourceLetter } from "#components/ui/source-letter.tsx";
import { eventClock } from "#lib/base/time/zoned-clock.ts";
import type { MergeSuggestion } from "#lib/contract/curate.ts";
import type { TimelineEvent } from "#lib/contract/timeline.ts";
import { placeWords } from "#lib/incidents/timeline/place-words.ts";
import { certaintyOf } from "#lib/incidents/timeline/score-marks.ts";
import { useTimelineScope } from "../scope.tsx";

const SHOWN = 4;

type SuggestionRowProps = {
  suggestion: MergeSuggestion;
  /** The events of it, the lead first. */
  events: readonly TimelineEvent[];
  isTaken: boolean;
  onMerge: () => void;
  onApart: () => void;
};

/** One suggestion: what it is about, both sides with source and line, why, and the two answers. */
export function SuggestionRow({ suggestion, events, isTaken, onMerge, onApart }: SuggestionRowProps) {
  const { zone } = useTimelineScope();
  const [lead] = events;
  if (!lead) return null;
  const verb = suggestion.relation === "merged" ? "Merge" : `Bundle ${events.length}`;
  const left = events.length - SHOWN;
  return (
    <li className="sugg" data-on={isTaken || undefined}>
      <div className="sugg-h">
        <EventGlyph shape={lead.shape} certainty={certaintyOf(lead)} />
        <b>{lead.title}</b>
        <span className="num">{Math.round(suggestion.certainty * 100)}%</span>
      </div>
      {events.slice(0, SHOWN).map((event) => (
        <p key={event.id}>
          <SourceLetter letter={event.source.letter} name={event.source.label} />
          <span className="num">{eventClock(event, zone).text || "no time"}</span>
          {event.source.line === null ? "" : `, ${placeWords(event.source.type, event.source.line)}`}, E{event.number}
          {event.title === lead.title ? "" : `, ${event.title}`}
        </p>
      ))}
      {left > 0 ? <p>and {left} more</p> : null}
      <p className="sugg-w">{suggestion.reason}</p>
      <div className="flex">
        <Button aria-label={`${verb}: ${lead.title}`} onClick={onMerge}>
          {verb}
        </Button>
        <Button kind="ghost" aria-label={`Keep apart: ${lead.title}`} onClick={onApart}>
          Keep apart
        </Button>
      </div>
    </li>
  );
}
