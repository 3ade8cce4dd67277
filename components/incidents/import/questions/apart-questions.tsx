"use client";

import { Split, TriangleAlert } from "lucide-react";
import { useId } from "react";
import { Seg } from "#components/ui/choices/seg.tsx";
import { SectionHead } from "#components/ui/page/section-head.tsx";
import textStyles from "#components/ui/roles/text.module.css";
import { countWords } from "#lib/base/text/sentence.ts";
import { dayWords } from "#lib/base/time/instant-words.ts";
import { shortDay } from "#lib/base/time/local-date.ts";
import { clockIn } from "#lib/base/time/zoned-clock.ts";
import { APART_ANSWERS, type ApartAnswer, type Preview } from "#lib/contract/import.ts";
import type { Incident } from "#lib/contract/incident.ts";
import type { FileAnswers } from "../draft/draft-import.ts";
import styles from "./apart-questions.module.css";
import { sectionChoices } from "./section-choices.ts";

type ApartProps = {
  preview: Preview;
  answers: FileAnswers;
  incident: Incident;
  onAnswer: (answers: FileAnswers) => void;
};

/** A file with several incidents: only this one, all of them here, or a separate incident for each. */
export function SectionsQuestion({ preview, answers, incident, onAnswer }: ApartProps) {
  const id = useId();
  const { filename, sections } = preview;
  if (sections.length === 0) return null;
  const { choices, chosen } = sectionChoices(sections, answers.sections, incident);
  return (
    <section aria-labelledby={id}>
      <SectionHead id={id} title={`${filename} describes ${countWords(sections.length, "incident")}`} />
      <div className={styles.question}>
        <p className={styles.label}>
          <Split size={14} />
          <span>
            {sections.map(({ section, name, events, from, incidentKey }) => (
              <span key={section} className={styles.part}>
                <b>{name}</b>: {countWords(events, "row")}
                {from ? `, ${dayWords(from)}` : ""}
                {incidentKey ? `, already in ${incidentKey}` : ""}
              </span>
            ))}
            <small>Suggested milestones never mix two incidents.</small>
          </span>
        </p>
        <Seg
          label={`Incidents of ${filename}`}
          className={styles.choices}
          value={chosen ?? ""}
          options={choices}
          onChange={(value) => {
            const choice = choices.find((one) => one.value === value);
            if (choice) onAnswer({ sections: choice.answers });
          }}
        />
      </div>
    </section>
  );
}

/** Days of a file outside the incident. Nothing is moved without an answer. */
export function OutsideQuestion({ preview, answers, incident, onAnswer }: ApartProps) {
  const id = useId();
  const { filename, outside } = preview;
  if (outside.length === 0) return null;
  const own = clockIn(incident.startedAt, incident.timeZone).day;
  const rows = outside.reduce((sum, { times }) => sum + times, 0);
  const set = (dates: readonly string[], answer: ApartAnswer) => {
    const others = (answers.outside ?? []).filter(({ date }) => !dates.includes(date));
    onAnswer({ outside: [...others, ...dates.map((date) => ({ date, answer }))] });
  };
  const all = new Set(outside.map(({ answer }) => answer));
  return (
    <section aria-labelledby={id}>
      <SectionHead
        id={id}
        title={`${countWords(rows, "row")} of ${filename} ${rows === 1 ? "is" : "are"} outside this incident`}
      />
      <p className={textStyles.secondary}>
        They can be right: an early change often contributes to an incident. Choose what to do with each day.
      </p>
      <ul className={styles.days}>
        {outside.length > 1 ? (
          <li className={styles.question}>
            <span className={styles.label}>All days</span>
            <AnswerSeg
              label="All days outside this incident"
              keep="Keep all"
              own={own}
              value={all.size === 1 ? ([...all][0] ?? null) : null}
              onChange={(answer) =>
                set(
                  outside.map(({ date }) => date),
                  answer,
                )
              }
            />
          </li>
        ) : null}
        {outside.map(({ date, times, days, answer }) => (
          <li key={date} className={styles.question}>
            <span className={styles.label}>
              <TriangleAlert size={14} />
              <span>
                {dayWords(date)}
                <small>
                  {countWords(times, "row")}, {countWords(Math.abs(days), "day")} {days < 0 ? "before" : "after"} this
                  incident
                </small>
              </span>
            </span>
            <AnswerSeg
              label={`Rows of ${dayWords(date)}`}
              keep={`Keep ${shortDay(date)}`}
              own={own}
              value={answer}
              onChange={(next) => set([date], next)}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}

type AnswerSegProps = {
  label: string;
  keep: string;
  own: string;
  value: ApartAnswer | null;
  onChange: (answer: ApartAnswer) => void;
};

function AnswerSeg({ label, keep, own, value, onChange }: AnswerSegProps) {
  const words: Record<ApartAnswer, string> = {
    keep,
    incident_day: `Change to ${shortDay(own)}`,
    leave_out: "Leave out",
    new_incident: "New incident",
  };
  return (
    <Seg
      label={label}
      className={styles.choices}
      value={value ?? ""}
      options={APART_ANSWERS.map((answer) => ({ value: answer, label: words[answer] }))}
      onChange={(next) => {
        const answer = APART_ANSWERS.find((one) => one === next);
        if (answer) onChange(answer);
      }}
    />
  );
}
