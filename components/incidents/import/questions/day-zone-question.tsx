"use client";

import { TriangleAlert } from "lucide-react";
import { type ReactNode, useEffect, useId } from "react";
import { ZoneField } from "#components/base/time/zone-field.tsx";
import { cx } from "#components/ui/cx.ts";
import { Checkbox } from "#components/ui/fields/checkbox.tsx";
import { DateField } from "#components/ui/fields/date-field.tsx";
import { SectionHead } from "#components/ui/page/section-head.tsx";
import textStyles from "#components/ui/roles/text.module.css";
import { countWords } from "#lib/base/text/sentence.ts";
import { dayWords } from "#lib/base/time/instant-words.ts";
import { daysBetween } from "#lib/base/time/local-date.ts";
import { cityOf } from "#lib/base/time/zones.ts";
import type { Preview } from "#lib/contract/import.ts";
import type { Incident } from "#lib/contract/incident.ts";
import type { FileAnswers } from "../draft/draft-import.ts";
import styles from "./day-zone-question.module.css";
import { resultOf } from "./result-sentence.ts";
import { zoneExample } from "./zone-example.ts";
import { localTimes, zoneFits } from "./zone-fit.ts";
import { ZoneStrip } from "./zone-strip.tsx";

type DayZoneProps = {
  preview: Preview;
  answers: FileAnswers;
  incident: Incident;
  mine: string | null;
  /** Times of the timeline's events in milliseconds, to compare with. */
  known: readonly number[];
  /** Other files of this import with the same question. */
  others: number;
  /** They have the same answers as this file. */
  isShared: boolean;
  onAnswer: (answers: FileAnswers) => void;
  onShare: (isOn: boolean) => void;
};

/** When was this file written? Its day and its time zone in one question, with the resulting times. */
export function DayZoneQuestion({ preview, answers, incident, mine, known, onAnswer, ...same }: DayZoneProps) {
  const id = useId();
  const { filename, dayQuestion } = preview;
  const asksDay = dayQuestion !== null;
  const asksZone = preview.zoneNeeded || answers.zone !== undefined;
  const result = resultOf(preview);
  const what = asksDay ? (asksZone ? "no day or time zone" : "no day") : "no time zone";
  const times = asksDay ? dayQuestion.times : preview.rows.filter(({ statedText }) => statedText !== null).length;
  return (
    <section aria-labelledby={id}>
      <SectionHead
        id={id}
        title={`When was ${filename} written?`}
        count={`${countWords(times, "time")} with ${what}`}
      />
      <div className={styles.columns}>
        {dayQuestion ? (
          <DayOptions
            question={dayQuestion}
            filename={filename}
            value={answers.date}
            onChange={(date) => onAnswer({ date })}
          />
        ) : null}
        {asksZone ? (
          <ZoneOptions
            preview={preview}
            incident={incident}
            mine={mine}
            known={known}
            value={answers.zone ?? null}
            onChange={(zone) => onAnswer({ zone })}
          />
        ) : null}
      </div>
      <p className={styles.result} role="status">
        {result ? (
          <>
            {result.first.said} becomes <b>{result.first.read}</b>
            {result.last ? `. The last row, ${result.last.said}, becomes ${result.last.read}.` : "."}
          </>
        ) : (
          <span className={textStyles.muted}>
            If you don't choose, these rows are imported without a time, and the timeline asks again.
          </span>
        )}
      </p>
      {same.others > 0 && (answers.date || answers.zone) ? (
        <Checkbox
          label={`The same for ${countWords(same.others, "other file")} of this import without a day or time zone`}
          checked={same.isShared}
          onChange={({ target }) => same.onShare(target.checked)}
        />
      ) : null}
    </section>
  );
}

type DayOptionsProps = {
  question: NonNullable<Preview["dayQuestion"]>;
  filename: string;
  /** undefined: not answered. Null: later. */
  value: string | null | undefined;
  onChange: (date: string | null) => void;
};

function DayOptions({ question, filename, value, onChange }: DayOptionsProps) {
  const name = useId();
  const { proposed, certain } = question;
  const isProposed = certain && value === undefined;
  useEffect(() => {
    if (isProposed) onChange(proposed);
  }, [isProposed, onChange, proposed]);
  const suggested = question.suggested.filter(({ date }) => date !== proposed);
  const isOther = value != null && value !== proposed && !suggested.some(({ date }) => date === value);
  const option = (date: string | null, label: ReactNode, more: ReactNode) => (
    <label key={String(date)} className={cx(styles.option, value === date && styles.chosen)}>
      <input type="radio" name={name} checked={value === date} onChange={() => onChange(date)} />
      <span>
        <b>{label}</b>
        <small>{more}</small>
      </span>
    </label>
  );
  return (
    <div role="radiogroup" aria-label={`Day of ${filename}`}>
      <h3 className={styles.head}>Day</h3>
      {option(
        proposed,
        <>
          {dayWords(proposed)} <span className={styles.tag}>proposed</span>
        </>,
        certain ? "The day of this incident" : "Today, because this incident has no start time",
      )}
      {suggested.map(({ date, line, text }) =>
        option(
          date,
          dayWords(date),
          <>
            {line === 0 ? "in the file's name" : `line ${line}: “${text}”`}
            <Distance from={proposed} to={date} />
          </>,
        ),
      )}
      <div className={cx(styles.option, isOther && styles.chosen)}>
        <input type="radio" name={name} checked={isOther} disabled={!isOther} aria-label="Another day" readOnly />
        <span>
          <b>Another day</b>
          <DateField
            label={`First day of ${filename}`}
            labelHidden
            placeholder="14 Feb, yesterday, 2017-02-14"
            value={isOther ? value : null}
            onChange={(date) => date && onChange(date)}
          />
        </span>
      </div>
      {option(null, "Ask later", "These rows are imported without a time")}
    </div>
  );
}

/** Distance of a day in the text from the incident's day. */
function Distance({ from, to }: { from: string; to: string }) {
  const days = daysBetween(from, to);
  if (Math.abs(days) < 2) return null;
  return (
    <span className={styles.distance}>
      <TriangleAlert size={14} /> {countWords(Math.abs(days), "day")} {days < 0 ? "before" : "after"} this incident
    </span>
  );
}

type ZoneOptionsProps = {
  preview: Preview;
  incident: Incident;
  mine: string | null;
  known: readonly number[];
  value: string | null;
  onChange: (zone: string) => void;
};

/** Nothing is preselected. */
function ZoneOptions({ preview, incident, mine, known, value, onChange }: ZoneOptionsProps) {
  const name = useId();
  const stated = preview.rows.find((row) => row.statedText !== null)?.statedText ?? null;
  const offered = [
    { zone: "UTC", why: "Used by servers and most exports" },
    { zone: incident.timeZone, why: "This incident's time zone" },
    ...(mine ? [{ zone: mine, why: "Your time zone" }] : []),
  ].filter(({ zone }, at, all) => all.findIndex((one) => one.zone === zone) === at);
  const isOther = value !== null && !offered.some(({ zone }) => zone === value);
  const zones = [...offered.map(({ zone }) => zone), ...(isOther ? [value] : [])];
  const fits = zoneFits(localTimes(preview, value), known, zones);
  const strip = (zone: string) => {
    const fit = fits?.get(zone);
    return fit ? <ZoneStrip fit={fit} zone={cityOf(zone)} /> : null;
  };
  const example = (zone: string) => zoneExample(stated, zone, incident.startedAt);
  return (
    <div role="radiogroup" aria-label={`Time zone of ${preview.filename}`}>
      <h3 className={styles.head}>Time zone</h3>
      {offered.map(({ zone, why }) => (
        <label key={zone} className={cx(styles.option, value === zone && styles.chosen)}>
          <input type="radio" name={name} checked={value === zone} onChange={() => onChange(zone)} />
          <span>
            <b>{cityOf(zone)}</b>
            <small>
              {why}
              {example(zone) ? <span className={styles.example}>{example(zone)}</span> : null}
              {strip(zone)}
            </small>
          </span>
        </label>
      ))}
      <div className={cx(styles.option, isOther && styles.chosen)}>
        <input type="radio" name={name} checked={isOther} disabled={!isOther} aria-label="Another time zone" readOnly />
        <span>
          <b>Another time zone</b>
          <ZoneField label="Another time zone" value={isOther ? value : null} atHand={[]} onChange={onChange} />
          {isOther ? (
            <small>
              {example(value) ? <span className={styles.example}>{example(value)}</span> : null}
              {strip(value)}
            </small>
          ) : null}
        </span>
      </div>
    </div>
  );
}
