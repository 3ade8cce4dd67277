"use client";

import { useId } from "react";
import { cx } from "#components/ui/cx.ts";
import { Field } from "#components/ui/fields/field.tsx";
import { Input } from "#components/ui/fields/input.tsx";
import { Note } from "#components/ui/note.tsx";
import textStyles from "#components/ui/roles/text.module.css";
import { LENGTHS } from "#lib/contract/lengths.ts";
import type { SeriesProblem } from "#lib/incidents/impact/series/series.ts";
import styles from "./series-form.module.css";
import { NOTHING_PASTED, type SeriesState } from "./use-series.ts";

type PasteFieldProps = {
  series: SeriesState;
  pointCount: number;
  problems: readonly SeriesProblem[];
  mayEdit: boolean;
  onFile: (file: File) => void;
};

const grouped = new Intl.NumberFormat("en");
const SHOWN_CHARS = 4000;
const EXAMPLE = "time,errors,total\n2017-02-02T09:30:00Z,4,611\n2017-02-02T09:30:10Z,3,598";

/** The text of the series: a field to paste into, or the stored text, with its unreadable lines below. */
export function PasteField({ series, pointCount, problems, mayEdit, onFile }: PasteFieldProps) {
  const id = useId();
  const isReadOnly = series.kept !== null || !mayEdit;
  const asksZone = problems.some(({ kind }) => kind === "zone") || series.zone !== "";
  const edit = (change: Partial<typeof NOTHING_PASTED>) =>
    series.paste({ ...(series.pasted ?? NOTHING_PASTED), ...change });
  return (
    <>
      <label className={cx(styles.label, textStyles.note)} htmlFor={id}>
        {pointCount > 0
          ? `${series.kept ? "Kept" : "Pasted"}: ${grouped.format(pointCount)} points`
          : "Paste a series, or drop a file"}
      </label>
      <textarea
        id={id}
        className={styles.text}
        spellCheck={false}
        readOnly={isReadOnly}
        placeholder={EXAMPLE}
        value={isReadOnly ? series.text.slice(0, SHOWN_CHARS) : series.text}
        onChange={(event) => edit({ text: event.target.value })}
      />
      {isReadOnly ? null : (
        <Note>
          <label className={textStyles.link}>
            Choose a file
            <input
              type="file"
              className={textStyles.visuallyHidden}
              accept=".csv,.tsv,.txt,.json"
              onChange={(event) => {
                const [file] = event.target.files ?? [];
                if (file) onFile(file);
                event.target.value = "";
              }}
            />
          </label>
          {" (CSV, TSV or Prometheus JSON) with time, errors and total"}
        </Note>
      )}
      {series.pasted && pointCount > 0 ? (
        <Field label="Name of the series" className={styles.field}>
          <Input
            value={series.pasted.title}
            maxLength={LENGTHS.series.title}
            placeholder="Pasted series"
            onChange={(event) => edit({ title: event.target.value })}
          />
        </Field>
      ) : null}
      {asksZone && series.pasted ? (
        <Field label="Time zone" className={styles.field}>
          <Input
            value={series.zone}
            maxLength={LENGTHS.series.zone}
            placeholder="UTC, or Europe/Dublin"
            onChange={(event) => edit({ zone: event.target.value })}
          />
        </Field>
      ) : null}
      {problems.length > 0 && series.text.trim() !== "" ? (
        <ul className={styles.problems}>
          {problems.map(({ line, text }) => (
            <li key={`${line}${text}`}>{line === null ? text : `Line ${line}: ${text}`}</li>
          ))}
        </ul>
      ) : null}
    </>
  );
}
