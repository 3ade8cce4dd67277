import textStyles from "#components/ui/roles/text.module.css";
import { instantWords } from "#lib/base/time/instant-words.ts";
import { daysBetween } from "#lib/base/time/local-date.ts";
import { clockIn, eventClock } from "#lib/base/time/zoned-clock.ts";
import type { TimelineEvent } from "#lib/contract/timeline.ts";
import styles from "./row.module.css";

type EventTimeProps = { event: TimelineEvent; zone: string; baseDay: string | null };

/** The time of an event as precisely as known, with the details in UTC on hover. */
export function EventTime({ event, zone, baseDay }: EventTimeProps) {
  const { text, below } = eventClock(event, zone);
  if (event.at === null || text === "") {
    return (
      <span
        className={styles.time}
        title={event.statedText ? `The source says “${event.statedText}”` : "No time known"}
      >
        <span className={textStyles.visuallyHidden}>no time</span>
      </span>
    );
  }
  const days = baseDay === null ? 0 : daysBetween(baseDay, clockIn(event.at, zone).day);
  const plusMinus = event.uncertaintySeconds ? `, plus or minus ${Math.round(event.uncertaintySeconds / 60)} min` : "";
  const until = below ? `, ${below}` : "";
  const stated = event.statedText ? `. The source says “${event.statedText}”` : "";
  return (
    <time
      className={styles.time}
      dateTime={event.at}
      title={`${instantWords(event.at, "UTC", true)}${plusMinus}${until}${stated}`}
    >
      {text}
      {days === 0 || event.precision === "day" ? null : (
        <sup className={styles.dayMark}>
          {days > 0 ? "+" : "−"}
          {Math.abs(days)}
        </sup>
      )}
    </time>
  );
}
