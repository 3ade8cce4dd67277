"use client";

import NextLink from "next/link";
import { useDayOf, useToday } from "#components/people/me/use-today.ts";
import { cx } from "#components/ui/cx.ts";
import { SevTag } from "#components/ui/labels/sev-tag.tsx";
import textStyles from "#components/ui/roles/text.module.css";
import { formatWeighted } from "#lib/base/time/duration.ts";
import { wordsOfDate } from "#lib/base/time/local-date.ts";
import { SEVERITIES } from "#lib/base/vocabulary/incident.ts";
import type { IncidentRow } from "#lib/contract/incident.ts";
import styles from "./impact-line.module.css";
import { IncidentSignature } from "./incident-signature.tsx";

interface ImpactLineProps {
  incident: Pick<IncidentRow, "key" | "title" | "kind" | "band" | "resolvedAt" | "startedAt"> & {
    severity: number;
    /** Weighted minutes of impact. */
    minutes: number | null;
  };
  /** A few more words about it, such as "after ACT-12". The other lines of the list have some too. */
  note?: string | undefined;
}

/** An incident in one line of a list, with its impact band, its day and its minutes. */
export function ImpactLine({ incident, note }: ImpactLineProps) {
  const today = useToday();
  const dayOf = useDayOf();
  const { key, title, severity, startedAt, minutes } = incident;
  return (
    <li className={styles.line} data-noted={note === undefined ? undefined : ""}>
      <span className={textStyles.recordKey}>{key}</span>
      <SevTag level={SEVERITIES.find((one) => one === severity) ?? 4} />
      <NextLink className={cx(textStyles.link, textStyles.breaksAnywhere)} href={`/incidents/${key}`}>
        {title}
      </NextLink>
      <IncidentSignature incident={incident} widthPx={96} />
      <time className={cx(textStyles.muted, textStyles.unbroken)} dateTime={startedAt}>
        {wordsOfDate(dayOf(startedAt), today)}
      </time>
      <span className={cx(textStyles.figure, textStyles.unbroken)}>
        {minutes === null ? "" : formatWeighted(minutes * 60)}
      </span>
      {note === undefined ? null : <span className={cx(textStyles.small, textStyles.unbroken)}>{note}</span>}
    </li>
  );
}
