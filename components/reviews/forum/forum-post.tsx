"use client";

import NextLink from "next/link";
import { cx } from "#components/ui/cx.ts";
import { Avatars } from "#components/ui/labels/avatar.tsx";
import { SevTag } from "#components/ui/labels/sev-tag.tsx";
import { FluidSignature } from "#components/ui/marks/fluid-signature.tsx";
import { Signature } from "#components/ui/marks/signature.tsx";
import textStyles from "#components/ui/roles/text.module.css";
import { countWords } from "#lib/base/text/sentence.ts";
import { wordsOfDate } from "#lib/base/time/local-date.ts";
import type { Severity } from "#lib/base/vocabulary/incident.ts";
import type { PublishedReview } from "#lib/contract/forum.ts";
import styles from "./forum-post.module.css";

interface ForumPostProps {
  review: PublishedReview;
  publishedOn: string;
  today: string;
  /** The newest one is larger. */
  isLead: boolean;
}

/** One published review: date, title, first words, and progress of its actions. */
export function ForumPost({ review, publishedOn, today, isLead }: ForumPostProps) {
  const { key, title, summary, incident, authors, again } = review;
  const label = `Impact of ${incident.key}`;
  return (
    <li className={cx(styles.post, isLead && styles.lead)}>
      <article>
        <div className={styles.kicker}>
          <time dateTime={publishedOn}>{wordsOfDate(publishedOn, today)}</time>
          {incident.services.length > 0 ? <span>{incident.services.join(", ")}</span> : null}
          <SevTag level={incident.severity as Severity} />
          {isLead || incident.band.length === 0 ? null : (
            <span className={styles.band}>
              <Signature segments={incident.band} widthPx={132} label={label} />
            </span>
          )}
        </div>
        <h3>
          <NextLink href={`/reviews/${key}`}>{title}</NextLink>
        </h3>
        {summary ? <p className={styles.summary}>{summary}</p> : null}
        {again ? (
          <p className={styles.again}>
            <b>Published again {wordsOfDate(again.at.slice(0, 10), today)}</b>
            {again.note ? `: ${again.note}` : null}
          </p>
        ) : null}
        {review.learnings.length > 0 ? (
          <ul className={styles.learnings} aria-label="Learnings">
            {review.learnings.map(({ kind, statement }) => (
              <li key={statement}>
                <b>{kind}:</b> {statement}
              </li>
            ))}
          </ul>
        ) : null}
        {isLead && incident.band.length > 0 ? (
          <div className={styles.leadBand}>
            <FluidSignature segments={incident.band} heightPx={14} label={label} />
          </div>
        ) : null}
        <div className={styles.facts}>
          <Avatars names={authors.map(({ name }) => name)} />
          <span className={textStyles.figure}>{key}</span>
          <span>{countWords(review.factorCount, "factor")}</span>
          <span>{actionWords(review)}</span>
        </div>
      </article>
    </li>
  );
}

function actionWords({ actionCount, actionsVerified }: PublishedReview): string {
  if (actionCount === 0) return "no actions";
  return `${actionsVerified} of ${countWords(actionCount, "action")} verified`;
}
