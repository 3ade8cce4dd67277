"use client";

import { useId } from "react";
import { Select } from "#components/ui/choices/select.tsx";
import { cx } from "#components/ui/cx.ts";
import { HeadCell, Table } from "#components/ui/lists/table.tsx";
import { EventGlyph } from "#components/ui/marks/event-glyph.tsx";
import { Section } from "#components/ui/page/section.tsx";
import { SectionHead } from "#components/ui/page/section-head.tsx";
import layoutStyles from "#components/ui/roles/layout.module.css";
import textStyles from "#components/ui/roles/text.module.css";
import { eventClock } from "#lib/base/time/zoned-clock.ts";
import type { Preview } from "#lib/contract/import.ts";
import { COLUMN_ROLES, type ColumnMapping, type ColumnRole } from "#lib/incidents/import/column-roles.ts";
import { certaintyOf } from "#lib/incidents/timeline/score/score-marks.ts";
import { mapColumn } from "../draft/draft-import.ts";
import styles from "./column-mapping.module.css";

const ROLE_WORDS: Record<ColumnRole, string> = {
  time: "Time",
  end: "End",
  date: "Day",
  zone: "Time zone",
  title: "Title",
  body: "Details",
  kind: "Kind",
  actor: "Who",
  service: "Service",
  external_id: "ID in the source",
  url: "Link",
  nothing: "Nothing",
};

const ROLE_SAYS: Partial<Record<ColumnRole, string>> = {
  external_id: "Prevents duplicates when you import again",
  nothing: "Kept as context",
  zone: "Read for each row",
};

const FIRST_ROWS = 3;

type ColumnMappingProps = { preview: Preview; onChange: (mapping: ColumnMapping) => void };

/** The role of each column of a table, with its first values and the resulting rows. */
export function ColumnMappingTable({ preview, onChange }: ColumnMappingProps) {
  const id = useId();
  const columns = preview.columns ?? [];
  return (
    <Section id={id} title={`Match the columns of ${preview.filename}`} count={columns.length}>
      {preview.mappingRemembered ? (
        <p className={textStyles.muted}>Matched as in an earlier file with the same headers.</p>
      ) : null}
      <div className={styles.besideSample}>
        <Table caption={`Columns of ${preview.filename}`} className={styles.columns}>
          <thead>
            <tr>
              <HeadCell>Column</HeadCell>
              <HeadCell>Row 1</HeadCell>
              <HeadCell className={styles.second}>Row 2</HeadCell>
              <HeadCell>Field</HeadCell>
              <td className={styles.says} />
            </tr>
          </thead>
          <tbody>
            {columns.map((column) => (
              <tr key={column.header}>
                <th scope="row" className={textStyles.code}>
                  {column.header}
                </th>
                <td className={cx(styles.sample, textStyles.code)}>
                  <span className={cx(textStyles.truncated, layoutStyles.ownLine)}>{column.samples[0] ?? ""}</span>
                </td>
                <td className={cx(styles.sample, styles.second, textStyles.code)}>
                  <span className={cx(textStyles.truncated, layoutStyles.ownLine)}>{column.samples[1] ?? ""}</span>
                </td>
                <td>
                  <div className={styles.role}>
                    <Select
                      aria-label={`Field for ${column.header}`}
                      value={column.role}
                      options={COLUMN_ROLES.map((role) => ({ value: role, label: ROLE_WORDS[role] }))}
                      onChange={(event) => {
                        const role = COLUMN_ROLES.find((one) => one === event.target.value);
                        if (role) onChange(mapColumn(preview, column.header, role));
                      }}
                    />
                  </div>
                </td>
                <td className={styles.says}>{ROLE_SAYS[column.role] ?? ""}</td>
              </tr>
            ))}
          </tbody>
        </Table>
        <div>
          <SectionHead title="First rows" count={`of ${preview.rows.length + preview.rowsLeftOff}`} />
          <ol className={styles.first}>
            {preview.rows.slice(0, FIRST_ROWS).map((row) => (
              <li key={row.line}>
                <time dateTime={row.at ?? undefined}>{eventClock(row, "UTC").text || "no time"}</time>
                <EventGlyph shape={row.shape} certainty={certaintyOf(row)} />
                <span>{row.title}</span>
              </li>
            ))}
          </ol>
        </div>
      </div>
    </Section>
  );
}
