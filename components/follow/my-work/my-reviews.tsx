import { CompletenessMarks } from "#components/reviews/review/completeness-marks.tsx";
import { REVIEW_STATUS_KINDS } from "#components/reviews/review/status-kinds.ts";
import { cx } from "#components/ui/cx.ts";
import { Late } from "#components/ui/labels/late.tsx";
import { SevTag } from "#components/ui/labels/sev-tag.tsx";
import { Status } from "#components/ui/labels/status.tsx";
import { TextLink } from "#components/ui/link.tsx";
import { RowLink, Rows } from "#components/ui/lists/rows.tsx";
import { Signature } from "#components/ui/marks/signature.tsx";
import { Section } from "#components/ui/page/section.tsx";
import layoutStyles from "#components/ui/roles/layout.module.css";
import textStyles from "#components/ui/roles/text.module.css";
import { wordsOfDate } from "#lib/base/time/local-date.ts";
import type { Severity } from "#lib/base/vocabulary/incident.ts";
import { REVIEW_STATUS_WORDS, type ReviewStatus } from "#lib/base/vocabulary/review.ts";
import type { WorkItem } from "#lib/contract/me.ts";
import { daysPast } from "./group-by-due.ts";
import styles from "./my-reviews.module.css";

/** Reviews that the reader writes or runs, with their completeness and deadlines. */
export function MyReviews({ items, today }: { items: readonly WorkItem[]; today: string }) {
  if (items.length === 0) return null;
  return (
    <Section title="My reviews" count={items.length} right={<TextLink href="/reviews?mine=true">All reviews</TextLink>}>
      <Rows>
        {items.map((item) => (
          <li key={item.key}>
            <ReviewLine item={item} today={today} />
          </li>
        ))}
      </Rows>
    </Section>
  );
}

function ReviewLine({ item, today }: { item: WorkItem; today: string }) {
  const status = item.status as ReviewStatus;
  const days = daysPast(item, today);
  return (
    <RowLink className={styles.review} href={item.href}>
      <span className={cx(textStyles.recordKey, styles.key)}>{item.incidentKey}</span>
      {item.severity === null ? null : <SevTag level={item.severity as Severity} />}
      <span className={cx(textStyles.truncated, textStyles.emphasis, layoutStyles.fill, styles.title)}>
        {item.title}
      </span>
      <span className={textStyles.wideOnly}>
        {item.band && item.band.length > 0 ? (
          <Signature segments={item.band} widthPx={88} label={`Impact of ${item.incidentKey}`} />
        ) : null}
      </span>
      <span className={cx(textStyles.wideOnly, styles.sections)}>
        <CompletenessMarks sections={item.sections} />
      </span>
      <span className={styles.status}>
        <Status kind={REVIEW_STATUS_KINDS[status]}>{REVIEW_STATUS_WORDS[status]}</Status>
      </span>
      <span className={cx(textStyles.muted, styles.due)}>
        {item.dueDate === null ? (
          ""
        ) : days !== null && days > 0 ? (
          <Late daysLate={days} />
        ) : (
          wordsOfDate(item.dueDate, today)
        )}
      </span>
    </RowLink>
  );
}
