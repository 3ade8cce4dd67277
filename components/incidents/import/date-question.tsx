"use client";

import { useId } from "react";
import { DateField } from "#components/ui/date-field.tsx";
import { SectionHead } from "#components/ui/section-head.tsx";
import { clockIn } from "#lib/base/time/zoned-clock.ts";
import type { DayQuestion } from "#lib/contract/import.ts";
import type { Incident } from "#lib/contract/incident.ts";

type DateQuestionProps = {
  filename: string;
  incident: Incident;
  /** Days that stand elsewhere in the file. */
  suggested: DayQuestion["suggested"];
  value: string | null;
  onChange: (date: string) => void;
};

/** On which day does this file begin? For times that state no day. */
export function DateQuestion({ filename, incident, suggested, value, onChange }: DateQuestionProps) {
  const id = useId();
  const { day } = clockIn(incident.startedAt, incident.timeZone);
  return (
    <section aria-labelledby={id}>
      <SectionHead id={id} title={`On which day does ${filename} begin?`} count="some of its times state none" />
      <div className="dq">
        <DateField
          label={`First day of ${filename}`}
          labelHidden
          value={value}
          onChange={(date) => date && onChange(date)}
        />
        {value === null ? (
          <button type="button" className="b" onClick={() => onChange(day)}>
            The day the incident started, {day}
          </button>
        ) : null}
      </div>
      {suggested.length > 0 ? (
        <ul aria-label="Days elsewhere in the text">
          {suggested.map(({ date, line, text }) => (
            <li key={date} className="dq">
              <button type="button" className="b" aria-pressed={value === date} onClick={() => onChange(date)}>
                {date}
              </button>
              <span className="small t2">{line === 0 ? "In the file’s name" : `Line ${line}: “${text}”`}</span>
            </li>
          ))}
        </ul>
      ) : null}
    </section>
  );
}
