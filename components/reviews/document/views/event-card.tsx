import { clockOf } from "#components/reviews/review/event-time.ts";
import { Note } from "#components/ui/note.tsx";
import { wordsOfDate } from "#lib/base/time/local-date.ts";
import type { TimelineEvent } from "#lib/contract/timeline.ts";
import { bodyBeyondTitle } from "#lib/incidents/timeline/story/beyond-title.ts";
import { sourceWords } from "#lib/story/export/event-words.ts";

const MOST_LETTERS = 280;

const shortened = (text: string) => (text.length > MOST_LETTERS ? `${text.slice(0, MOST_LETTERS - 1)}…` : text);

/** "Tue 31 Jan 2017, 17:20 UTC", or that the time is unknown. */
const timeOf = (event: Pick<TimelineEvent, "at" | "precision">) =>
  event.at === null ? "Time unknown" : `${wordsOfDate(event.at.slice(0, 10), "0001-01-01")}, ${clockOf(event)} UTC`;

/** What is cited: its time, its title, the words of its source, where they are from, and whether it is hidden now. */
export function EventCard({ event }: { event: TimelineEvent }) {
  const { title, original } = event;
  const edited = original && original.title !== title ? original.title : null;
  const body = bodyBeyondTitle(original ? { ...event, title: original.title, body: original.body } : event);
  return (
    <div className="stack tight">
      <p className="small">
        <b>E{event.number}</b> <span className="muted num">{timeOf(event)}</span>
      </p>
      <p className="reading">{title}</p>
      {edited ? <Note>Original title: “{shortened(edited)}”</Note> : null}
      {body ? <Note className="pre-line">“{shortened(body)}”</Note> : null}
      <Note>{sourceWords(event)}</Note>
      {event.hidden ? <p className="small warm">Hidden from the timeline</p> : null}
    </div>
  );
}
