"use client";

import { certaintyOf, clockOf, dayMark } from "#components/reviews/review/event-time.ts";
import { useReviewScope } from "#components/reviews/review/review-scope.tsx";
import { useEvents } from "#components/reviews/review/use-events.ts";
import { EventGlyph } from "#components/ui/marks/event-glyph.tsx";
import { storyLines, timesWords } from "#lib/incidents/timeline/story-lines.ts";
import { BlockFrame } from "./block-frame.tsx";

const MOST = 60;

/** Pinned events of the timeline; all that are not hidden while nothing is pinned. */
export function TimelineBlock() {
  const { review } = useReviewScope();
  const { events, isPending } = useEvents(review.incident.key);
  const lines = storyLines(events);
  const shown = lines.filter((event) => !event.hidden);
  const pinned = shown.filter((event) => event.pinned);
  const told = (pinned.length > 0 ? pinned : shown).slice(0, MOST);
  const firstDay = told.find((event) => event.at !== null)?.at ?? null;
  const link = { href: `/incidents/${review.incident.key}`, label: "Open timeline" };
  return (
    <BlockFrame
      title={pinned.length > 0 ? "Key events" : "Events"}
      note={`${told.length} of ${lines.length}, UTC`}
      link={link}
      state={isPending ? "pending" : "ready"}
    >
      {told.length === 0 ? (
        <p className="muted">The timeline is empty. Import what happened, and it stands here.</p>
      ) : null}
      <table>
        <tbody>
          {told.map((event) => (
            <tr key={event.id}>
              <td className="num nowrap">
                <time dateTime={event.at ?? undefined}>{clockOf(event)}</time> {dayMark(event.at, firstDay)}
              </td>
              <td>
                <EventGlyph shape={event.shape} certainty={certaintyOf(event)} />
              </td>
              <td>
                {event.title}
                {timesWords(event.times)}
                {event.accounts.map((account) => (
                  <p key={account.id} className="muted">
                    Also told: {account.title}
                  </p>
                ))}
              </td>
              <td className="id num hide-s">E{event.number}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </BlockFrame>
  );
}
