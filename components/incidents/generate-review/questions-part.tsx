import { useState } from "react";
import { SegFrame } from "#components/ui/choices/seg.tsx";
import { DateField } from "#components/ui/fields/date-field.tsx";
import { SectionHead } from "#components/ui/page/section-head.tsx";
import { countWords } from "#lib/base/text/sentence.ts";
import { dayWords } from "#lib/base/time/instant-words.ts";
import { clockIn } from "#lib/base/time/zoned-clock.ts";
import { cityOf } from "#lib/base/time/zones.ts";
import type { ImportRecord } from "#lib/contract/import.ts";
import type { Incident } from "#lib/contract/incident.ts";
import styles from "./generate.module.css";
import type { Generating, TimeAnswer } from "./use-generate.ts";

type QuestionsProps = { incident: Incident; generating: Generating; zones: readonly string[] };

/** Times of imports without a day or time zone, answered here or later. */
export function QuestionsPart({ incident, generating, zones }: QuestionsProps) {
  const { undated, unanswered, isStepping, answer } = generating;
  if (undated.length + unanswered.length === 0) return null;
  return (
    <section aria-label="Open questions">
      <SectionHead level={3} title="Open questions" count={undated.length + unanswered.length} />
      <ul className={styles.questions}>
        {undated.map((one) => (
          <DayLine
            key={one.id}
            record={one}
            incident={incident}
            zones={zones}
            isBusy={isStepping}
            onAnswer={(answered) => void answer(one.id, answered)}
          />
        ))}
        {unanswered.map((one) => (
          <li key={one.id}>
            <span>
              {countWords(one.unanswered, "time")} in {one.filename} {one.unanswered === 1 ? "has" : "have"} no time
              zone
              <small>If you don't choose, they appear in {incident.key} without a time.</small>
            </span>
            <ZoneSeg
              filename={one.filename}
              zones={zones}
              value={null}
              isBusy={isStepping}
              onChange={(zone) => void answer(one.id, { zone })}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}

type ZoneSegProps = {
  filename: string;
  zones: readonly string[];
  value: string | null;
  isBusy: boolean;
  onChange: (zone: string) => void;
};

function ZoneSeg({ filename, zones, value, isBusy, onChange }: ZoneSegProps) {
  return (
    <SegFrame aria-label={`Time zone of ${filename}`}>
      {zones.map((zone) => (
        <button key={zone} type="button" aria-pressed={zone === value} disabled={isBusy} onClick={() => onChange(zone)}>
          {cityOf(zone)}
        </button>
      ))}
    </SegFrame>
  );
}

type DayLineProps = {
  record: ImportRecord;
  incident: Incident;
  zones: readonly string[];
  isBusy: boolean;
  onAnswer: (answer: TimeAnswer) => void;
};

/** The incident's day is suggested, and another can be entered. If the times also lack a time zone, both are needed. */
function DayLine({ record, incident, zones, isBusy, onAnswer }: DayLineProps) {
  const [chosen, setChosen] = useState<{ date?: string; zone?: string }>({});
  const [isOther, setOther] = useState(false);
  const { day } = clockIn(incident.startedAt, incident.timeZone);
  const { filename, undated, undatedZoneless } = record;
  const asksZone = undatedZoneless > 0;
  const choose = (more: TimeAnswer) => {
    const answer = { ...chosen, ...more };
    setChosen(answer);
    if (answer.date && (answer.zone || !asksZone)) onAnswer(answer);
  };
  const waits = chosen.date ? "Choose the time zone too." : chosen.zone ? "Choose the day too." : null;
  return (
    <li>
      <span>
        {countWords(undated, "time")} in {filename} {undated === 1 ? "has" : "have"} no day
        {asksZone ? " or time zone" : ""}
        <small role="status">
          {waits ?? (
            <>
              {incident.startKnown ? "The incident's day is proposed. " : "The start of the incident is unknown. "}
              If you don't choose, they appear in {incident.key} without a time.
            </>
          )}
        </small>
      </span>
      <span className={styles.answers}>
        <SegFrame aria-label={`Day of ${filename}`}>
          <button
            type="button"
            aria-pressed={!isOther && chosen.date === day}
            disabled={isBusy}
            onClick={() => {
              setOther(false);
              choose({ date: day });
            }}
          >
            {incident.startKnown ? dayWords(day) : `Today, ${dayWords(day)}`}
          </button>
          <button type="button" aria-pressed={isOther} disabled={isBusy} onClick={() => setOther(true)}>
            Another day
          </button>
        </SegFrame>
        {isOther ? (
          <DateField
            label={`First day of ${filename}`}
            labelHidden
            autoFocus
            placeholder="14 Feb, yesterday, 2017-02-14"
            value={chosen.date ?? null}
            onChange={(date) => date && choose({ date })}
          />
        ) : null}
        {asksZone ? (
          <ZoneSeg
            filename={filename}
            zones={zones}
            value={chosen.zone ?? null}
            isBusy={isBusy}
            onChange={(zone) => choose({ zone })}
          />
        ) : null}
      </span>
    </li>
  );
}
