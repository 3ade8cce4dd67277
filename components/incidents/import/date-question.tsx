"use client";

import { useId } from "react";
import { DateField } from "#components/ui/date-field.tsx";
import { SectionHead } from "#components/ui/section-head.tsx";
import { clockIn } from "#lib/base/time/zoned-clock.ts";
import type { Incident } from "#lib/contract/incident.ts";

type DateQuestionProps = {
  filename: string;
  incident: Incident;
  value: string | null;
  onChange: (date: string) => void;
};

/** On which day does this file begin? For times that state no day. */
export function DateQuestion({ filename, incident, value, onChange }: DateQuestionProps) {
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
            The day the incident began, {day}
          </button>
        ) : null}
      </div>
    </section>
  );
}
