"use client";

import NextLink from "next/link";
import { memo, type Ref } from "react";
import { IncidentSignature } from "#components/incidents/incident/incident-signature.tsx";
import { beganWords, lastedWords } from "#components/incidents/incident/incident-words.ts";
import { REVIEW_STATUS_KINDS } from "#components/reviews/review/status-kinds.ts";
import { cx } from "#components/ui/cx.ts";
import { Late } from "#components/ui/labels/late.tsx";
import { SevTag } from "#components/ui/labels/sev-tag.tsx";
import { Status } from "#components/ui/labels/status.tsx";
import { Tag } from "#components/ui/labels/tag.tsx";
import { Row } from "#components/ui/lists/table.tsx";
import { OverrunBar } from "#components/ui/marks/overrun-bar.tsx";
import textStyles from "#components/ui/roles/text.module.css";
import { daysBetween } from "#lib/base/time/local-date.ts";
import { INCIDENT_KIND_WORDS, SEVERITIES } from "#lib/base/vocabulary/incident.ts";
import { REVIEW_STATUS_WORDS, REVIEW_STATUSES, UNPUBLISHED_STATUSES } from "#lib/base/vocabulary/review.ts";
import type { IncidentRow as IncidentRecord } from "#lib/contract/incident.ts";
import styles from "./incident-table.module.css";

type IncidentRowProps = {
  incident: IncidentRecord;
  isCurrent: boolean;
  /** The reader's day, and the end of an open incident so far. */
  today: string;
  now: string;
  index?: number | undefined;
  ref?: Ref<HTMLTableRowElement> | undefined;
};

/** One row of the list: title, impact, duration, and its review. */
export const IncidentRow = memo(function IncidentRow({
  incident,
  isCurrent,
  today,
  now,
  index,
  ref,
}: IncidentRowProps) {
  const dueAt = hasOpenReview(incident) ? (incident.review?.dueAt ?? null) : null;
  const daysLate = dueAt === null ? null : daysBetween(dueAt, today);
  const severity = SEVERITIES.find((one) => one === incident.severity) ?? 4;
  return (
    <Row current={isCurrent} ref={ref} data-index={index}>
      <td className={cx(styles.key, textStyles.recordKey)}>{incident.key}</td>
      <td className={styles.severity}>
        <SevTag level={severity} />
      </td>
      <th scope="row" className={styles.title}>
        <div>
          {incident.kind === "incident" ? null : <Tag dashed>{INCIDENT_KIND_WORDS[incident.kind]}</Tag>}
          {incident.restricted ? <Tag dashed>Restricted</Tag> : null}
          {incident.archived ? <Tag dashed>Archived</Tag> : null}
          <NextLink data-row href={`/incidents/${incident.key}`} prefetch={false}>
            {incident.title}
          </NextLink>
        </div>
      </th>
      <td className={styles.impact}>
        <IncidentSignature incident={incident} />
      </td>
      <td className={cx(styles.length, textStyles.figureCell)}>{lastedWords(incident, now)}</td>
      <td className={styles.services}>
        <span className={textStyles.truncated}>{incident.services.map((service) => service.name).join(", ")}</span>
      </td>
      <td className={cx(styles.began, textStyles.figure)}>
        <time dateTime={incident.startedAt} title={`${incident.startedAt.slice(0, 16).replace("T", " ")} UTC`}>
          {beganWords(incident.startedAt, now)}
        </time>
      </td>
      <td className={styles.review}>
        <ReviewMark incident={incident} />
      </td>
      <td className={styles.overrun}>{daysLate === null ? null : <OverrunBar daysLate={daysLate} />}</td>
      <td className={cx(styles.late, textStyles.figureCell)}>
        {daysLate === null ? null : <Late daysLate={daysLate} />}
      </td>
    </Row>
  );
});

/** The review of an incident. Without one, whether it is time for it. */
function ReviewMark({ incident }: { incident: Pick<IncidentRecord, "review" | "status"> }) {
  const status = REVIEW_STATUSES.find((one) => one === incident.review?.status);
  if (status) return <Status kind={REVIEW_STATUS_KINDS[status]}>{REVIEW_STATUS_WORDS[status]}</Status>;
  const words = { open: "After it ends", resolved: "Not started", cancelled: "Cancelled" };
  return <span className={textStyles.muted}>{words[incident.status]}</span>;
}

/** Returns whether a review still has a deadline. */
function hasOpenReview(incident: Pick<IncidentRecord, "review">): boolean {
  return UNPUBLISHED_STATUSES.some((status) => status === incident.review?.status);
}
