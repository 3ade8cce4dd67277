import textStyles from "#components/ui/roles/text.module.css";
import { addDays, daysBetween, shortDay, weekdayOf, wordsOfDate } from "#lib/base/time/local-date.ts";
import type { CalendarAhead } from "#lib/contract/calendar.ts";
import styles from "./calendar-strip.module.css";

const DAYS = 13 * 7;

/** The next 13 weeks in one line, and the days off below it. */
export function CalendarStrip({ ahead, workingDays }: { ahead: CalendarAhead; workingDays: readonly number[] }) {
  const { from, fifthDay } = ahead;
  const end = addDays(from, DAYS);
  const daysOff = ahead.daysOff.filter(({ date }) => date < end);
  const off = new Set(daysOff.map(({ date }) => date));
  const kindOf = (day: string) => (off.has(day) ? "off" : workingDays.includes(weekdayOf(day)) ? "work" : "weekend");
  return (
    <div className={styles.ahead}>
      <div className={styles.strip} aria-hidden>
        {Array.from({ length: DAYS }, (_, index) => addDays(from, index)).map((day) => (
          <i key={day} data-kind={kindOf(day)} title={wordsOfDate(day, from)} />
        ))}
      </div>
      <p className={textStyles.caption}>
        {daysOff.length === 0
          ? "No days off in the next 13 weeks."
          : daysOff.map(({ date, name }, index) => (
              <span key={date}>
                {index > 0 ? ", " : ""}
                <span className={textStyles.unbroken}>{shortDay(date)}</span> {name}
              </span>
            ))}
      </p>
      <p className={textStyles.note}>
        Five business days from {shortDay(from)} is {wordsOfDate(fifthDay, from)}, in {daysBetween(from, fifthDay)}{" "}
        days.
      </p>
    </div>
  );
}
