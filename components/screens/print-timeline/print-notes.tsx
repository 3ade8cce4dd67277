import { differingTimes } from "#components/incidents/timeline/story/differing-times.ts";
import { sourcesOf } from "#components/incidents/timeline/story/filter-story.ts";
import type { GroupedStory } from "#components/incidents/timeline/story/group-story.ts";
import { countWords, listWords } from "#lib/base/text/sentence.ts";
import { formatDuration } from "#lib/base/time/duration.ts";
import type { Metrics, TimelineEvent } from "#lib/contract/timeline.ts";
import { MILESTONE_WORDS } from "#lib/incidents/timeline/milestones/milestone-names.ts";
import styles from "./print-sheet.module.css";

type PrintNotesProps = { story: GroupedStory; events: readonly TimelineEvent[]; metrics: Metrics; leftOut: number };

/** Below the list: what is unknown, the sources, and the legend. */
export function PrintNotes({ story: { leads, groups }, events, metrics, leftOut }: PrintNotesProps) {
  const untimed = leads.filter(({ at }) => at === null).length;
  const differing = leads.flatMap((event) => {
    const group = groups.get(event.id);
    const times = group ? differingTimes(group) : null;
    return times ? [{ number: event.number, seconds: times.seconds }] : [];
  });
  const missing = metrics.missing.map((name) => MILESTONE_WORDS[name].toLowerCase());
  return (
    <div className={styles.notes}>
      <section>
        <h2>Unknown facts</h2>
        <ul>
          {untimed > 0 ? (
            <li>
              <b>
                {untimed} of {countWords(leads.length, "event")} {untimed === 1 ? "has" : "have"} no time.
              </b>{" "}
              They appear in the order of their sources.
            </li>
          ) : null}
          {differing.map(({ number, seconds }) => (
            <li key={number}>
              <b>E{number}:</b> the sources differ by {formatDuration(seconds)}. All times are kept.
            </li>
          ))}
          {metrics.warnings
            .filter(({ kind }) => kind === "order")
            .map(({ message }) => (
              <li key={message}>{message}.</li>
            ))}
          {missing.length > 0 ? (
            <li>
              <b>No time for {listWords(missing)}.</b> Measures that depend on it are unknown too.
            </li>
          ) : null}
          {leftOut > 0 ? <li>{countWords(leftOut, "event")} aren't printed.</li> : null}
          {untimed + differing.length + missing.length + leftOut === 0 ? <li>None</li> : null}
        </ul>
      </section>
      <div>
        <section>
          <h2>Sources</h2>
          <ul>
            {sourcesOf(events).map(({ type, letter, label, count }) => (
              <li key={type}>
                <b>{letter}</b> {label}, {countWords(count, "event")}
              </li>
            ))}
          </ul>
        </section>
        <section>
          <h2>Marks</h2>
          <ul>
            <li>Dotted: before anyone noticed. Hatched: degraded. Solid: unavailable. Line with a ring: restored.</li>
            <li>Bands show the impact on users. Their colour doesn't show severity.</li>
          </ul>
        </section>
      </div>
    </div>
  );
}
