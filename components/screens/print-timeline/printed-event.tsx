import { EventGlyph } from "#components/ui/marks/event-glyph.tsx";
import { certaintyOf } from "#lib/incidents/timeline/score-marks.ts";
import { bundleWords, factsOf } from "#lib/story/export/event-words.ts";
import { accountsBelow, sourcesBelow, type ToldEvent } from "#lib/story/export/tell-story.ts";
import { timeWords } from "#lib/story/export/time-words.ts";

type PrintedEventProps = { told: ToldEvent; zone: string };

/** One event on paper with what stands below it. */
export function PrintedEvent({ told, zone }: PrintedEventProps) {
  const { event } = told;
  const bundle = bundleWords(told, zone);
  return (
    <li className={event.pinned ? "key" : undefined}>
      <EventGlyph shape={event.shape} certainty={certaintyOf(event)} />
      <div>
        <p className="when">
          {event.at === null ? timeWords(event, zone) : <time dateTime={event.at}>{timeWords(event, zone)}</time>}
          <span>E{event.number}</span>
        </p>
        <p className="what">{event.title}</p>
        {event.body.trim() === "" ? null : <p className="body">{event.body}</p>}
        {bundle ? <p className="small">Repeated: {bundle}</p> : null}
        {sourcesBelow(told).map((other) => (
          <p key={other.id} className="small">
            The same from {other.source.label}: {timeWords(other, zone)} {other.title} (E{other.number})
          </p>
        ))}
        {accountsBelow(told).map(({ event: other }) => (
          <p key={other.id} className="small">
            Another account: {timeWords(other, zone)} {other.title} (E{other.number})
          </p>
        ))}
        <p className="small">
          {factsOf(event, zone)
            .map(({ label, words }) => `${label}: ${words}`)
            .join(". ")}
        </p>
      </div>
    </li>
  );
}
