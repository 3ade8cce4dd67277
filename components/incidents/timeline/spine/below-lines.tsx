"use client";

import { Button } from "#components/ui/button.tsx";
import { SourceLetter } from "#components/ui/labels/source-letter.tsx";
import { EventInk, EventMark } from "#components/ui/marks/event-glyph.tsx";
import { clockIn } from "#lib/base/time/zoned-clock.ts";
import type { TimelineEvent } from "#lib/contract/timeline.ts";
import { TimesDiffer } from "../questions/times-differ.tsx";
import { useTimelineScope } from "../state/scope.tsx";
import type { StoryGroup } from "../story/group-story.ts";
import { bundleOf, mergedWords, spanOf } from "../story/group-words.ts";
import lines from "./below-lines.module.css";
import body from "./event-body.module.css";

const WIDTH_PX = 168;
const GLYPH_PX = 9;
/** More glyphs than this would overlap anyway. */
const MOST_GLYPHS = 60;

type BundleLaneProps = { events: readonly TimelineEvent[]; zone: string };

/** Every repeat of a bundle on a small lane. */
function BundleLane({ events, zone }: BundleLaneProps) {
  const span = spanOf(events);
  const [first] = events;
  if (!span || !first) return null;
  const scale = (WIDTH_PX - 14) / Math.max(1, span.toMs - span.fromMs);
  const places = events.flatMap(({ at }) => (at === null ? [] : [7 + (Date.parse(at) - span.fromMs) * scale]));
  const drawn = [...new Set(places.map((x) => Math.round(x * 2) / 2))];
  const step = Math.ceil(drawn.length / MOST_GLYPHS);
  const time = (ms: number) => clockIn(ms, zone).time.slice(0, 5);
  return (
    <svg
      className={lines.lane}
      viewBox={`0 0 ${WIDTH_PX} 18`}
      role="img"
      aria-label={`${events.length} from ${time(span.fromMs)} to ${time(span.toMs)}`}
    >
      {drawn
        .filter((_, at) => at % step === 0)
        .map((x) => (
          <EventInk key={x} shape="signal" transform={`translate(${x - GLYPH_PX / 2} 4.5) scale(.75)`}>
            <EventMark shape={first.shape} certainty="exact" />
          </EventInk>
        ))}
    </svg>
  );
}

type BelowLinesProps = { group: StoryGroup; isOpen: boolean };

/** The lines below an event, in its row: repeats, merged sources, other accounts, and times that can't all be right. */
export function BelowLines({ group, isOpen }: BelowLinesProps) {
  const { zone, toggleBundle } = useTimelineScope();
  const merged = mergedWords(group);
  const { lead, bundled, accounts } = group;
  return (
    <>
      {bundled.length > 0 ? (
        <div className={lines.bundle}>
          <BundleLane events={bundleOf(group).events} zone={zone} />
          <Button
            kind="ghost"
            keys={isOpen ? undefined : "u"}
            aria-expanded={isOpen}
            onClick={() => toggleBundle(lead.id)}
          >
            {isOpen ? "Close" : "Open"}
          </Button>
        </div>
      ) : null}
      {merged ? <p className={body.note}>{merged}.</p> : null}
      {accounts.length > 0 ? (
        <ul className={lines.accounts} aria-label={`Accounts of E${lead.number}`}>
          {[lead, ...accounts].map((event) => (
            <li key={event.id}>
              <SourceLetter letter={event.source.letter} name={event.source.label} />
              <q>{event === lead ? (event.original?.title ?? event.title) : event.title}</q>
            </li>
          ))}
        </ul>
      ) : null}
      <TimesDiffer group={group} />
    </>
  );
}
