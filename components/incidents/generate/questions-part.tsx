import { useState } from "react";
import { DateField } from "#components/ui/date-field.tsx";
import { SectionHead } from "#components/ui/section-head.tsx";
import { countWords } from "#lib/base/text/sentence.ts";
import { dayWords } from "#lib/base/time/instant-words.ts";
import { clockIn } from "#lib/base/time/zoned-clock.ts";
import type { ImportRecord } from "#lib/contract/import.ts";
import type { Incident } from "#lib/contract/incident.ts";
import styles from "./generate.module.css";
import type { Generating } from "./use-generate.ts";

type QuestionsProps = { incident: Incident; generating: Generating; zones: readonly string[] };

/** Times of imports whose day or zone nothing names, answered here or later. */
export function QuestionsPart({ incident, generating, zones }: QuestionsProps) {
  const { undated, unanswered, isStepping, answerZone, answerDay } = generating;
  if (undated.length + unanswered.length === 0) return null;
  return (
    <section aria-label="Open questions">
      <SectionHead level={3} title="Open questions" count={undated.length + unanswered.length} />
      <ul className={styles.questions}>
        {undated.map((one) => (
          <DayLine key={one.id} record={one} incident={incident} isBusy={isStepping} onAnswer={answerDay} />
        ))}
        {unanswered.map((one) => (
          <li key={one.id}>
            <span>
              {countWords(one.unanswered, "time")} in {one.filename} {one.unanswered === 1 ? "has" : "have"} no time
              zone
              <small>Without an answer they stand in {incident.key} without a time.</small>
            </span>
            <fieldset className="seg" aria-label={`Time zone of ${one.filename}`}>
              {zones.map((zone) => (
                <button key={zone} type="button" disabled={isStepping} onClick={() => void answerZone(one.id, zone)}>
                  {zone}
                </button>
              ))}
            </fieldset>
          </li>
        ))}
      </ul>
    </section>
  );
}

type DayLineProps = {
  record: ImportRecord;
  incident: Incident;
  isBusy: boolean;
  onAnswer: (importId: string, date: string) => Promise<void>;
};

/** The incident's day is proposed; another is written. */
function DayLine({ record, incident, isBusy, onAnswer }: DayLineProps) {
  const [isOther, setOther] = useState(false);
  const { day } = clockIn(incident.startedAt, incident.timeZone);
  const { id, filename, undated } = record;
  return (
    <li>
      <span>
        On which day {undated === 1 ? "was 1 time" : `did ${undated} times`} in {filename}
        {undated === 1 ? "?" : " begin?"}
        <small>The incident’s day is proposed. Without an answer they stand in {incident.key} without a time.</small>
      </span>
      {isOther ? (
        <DateField
          label={`First day of ${filename}`}
          labelHidden
          value={null}
          onChange={(date) => date && void onAnswer(id, date)}
        />
      ) : null}
      <fieldset className="seg" aria-label={`Day of ${filename}`}>
        <button type="button" disabled={isBusy} onClick={() => void onAnswer(id, day)}>
          {dayWords(day)}
        </button>
        <button type="button" aria-pressed={isOther} onClick={() => setOther(!isOther)}>
          Another day
        </button>
      </fieldset>
    </li>
  );
}
