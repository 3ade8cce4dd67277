import { useQuery } from "@tanstack/react-query";
import { reads } from "#components/base/api/client.ts";
import { clockOf } from "#components/reviews/review/event-time.ts";
import { cx } from "#components/ui/cx.ts";
import { Moment } from "#components/ui/labels/moment.tsx";
import { Note } from "#components/ui/note.tsx";
import layoutStyles from "#components/ui/roles/layout.module.css";
import textStyles from "#components/ui/roles/text.module.css";
import { wordsOfDate } from "#lib/base/time/local-date.ts";
import type { TimelineEvent } from "#lib/contract/timeline.ts";
import { bodyBeyondTitle } from "#lib/incidents/timeline/story/beyond-title.ts";
import { sourceWords } from "#lib/story/export/event-words.ts";

const MOST_LETTERS = 280;

const shortened = (text: string) => (text.length > MOST_LETTERS ? `${text.slice(0, MOST_LETTERS - 1)}…` : text);

/** "Tue 31 Jan 2017, 17:20 UTC", or that the time is unknown. */
const timeOf = (event: Pick<TimelineEvent, "at" | "precision">) =>
  event.at === null ? "Time unknown" : `${wordsOfDate(event.at.slice(0, 10), "0001-01-01")}, ${clockOf(event)} UTC`;

type EventCardProps = { incidentKey: string; event: TimelineEvent };

/** The cited event: its time, its title, its source's words, where they are from, and since when it is hidden. */
export function EventCard({ incidentKey, event }: EventCardProps) {
  const { title, original } = event;
  const edited = original && original.title !== title ? original.title : null;
  const body = bodyBeyondTitle(original ? { ...event, title: original.title, body: original.body } : event);
  return (
    <div className={layoutStyles.tightStack}>
      <p className={textStyles.small}>
        <b>E{event.number}</b> <span className={cx(textStyles.muted, textStyles.figure)}>{timeOf(event)}</span>
      </p>
      <p className={textStyles.prose}>{title}</p>
      {edited ? <Note>Original title: “{shortened(edited)}”</Note> : null}
      {body ? <Note className={textStyles.keepsLines}>“{shortened(body)}”</Note> : null}
      <Note>{sourceWords(event)}</Note>
      {event.hidden ? <HiddenSince incidentKey={incidentKey} eventId={event.id} /> : null}
    </div>
  );
}

/** An event that came hidden, with a copy from elsewhere, has no change that hid it. */
function HiddenSince({ incidentKey, eventId }: { incidentKey: string; eventId: string }) {
  const { data } = useQuery(reads.evidence.changes({ key: incidentKey, eventId }));
  const newest = data?.items.find(({ hidden }) => hidden !== null);
  return (
    <p className={cx(textStyles.small, textStyles.attention)}>
      Hidden from the timeline
      {newest?.hidden ? (
        <>
          {" "}
          <Moment at={newest.at} /> by {newest.actor}
        </>
      ) : null}
    </p>
  );
}
