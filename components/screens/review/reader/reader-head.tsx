"use client";

import { useQuery } from "@tanstack/react-query";
import NextLink from "next/link";
import { reads } from "#components/base/api/client.ts";
import { useToday } from "#components/people/me/use-today.ts";
import { Avatars } from "#components/ui/labels/avatar.tsx";
import { SevTag } from "#components/ui/labels/sev-tag.tsx";
import { Tag } from "#components/ui/labels/tag.tsx";
import { type Metric, MetricsStrip } from "#components/ui/lists/metrics-strip.tsx";
import { FluidSignature } from "#components/ui/marks/fluid-signature.tsx";
import { listWords } from "#lib/base/text/sentence.ts";
import { formatDuration } from "#lib/base/time/duration.ts";
import { wordsOfDate } from "#lib/base/time/local-date.ts";
import type { Severity } from "#lib/base/vocabulary/incident.ts";
import { CHANGE_STATUS_WORDS } from "#lib/base/vocabulary/strategic-change.ts";
import type { Review } from "#lib/contract/review.ts";
import { isLate } from "#lib/follow/action-item/lateness.ts";
import styles from "./reader.module.css";

interface ReaderHeadProps {
  review: Review;
  deck: string;
  minutes: number | null;
}

/** Title, standfirst, authors, the incident's band and its figures. An unknown figure is left out. */
export function ReaderHead({ review, deck, minutes }: ReaderHeadProps) {
  const today = useToday();
  const figures = useFigures(review, today);
  const { incident, authors, publishedAt } = review;
  const names = authors.map(({ name }) => name);
  return (
    <header className={styles.head}>
      <div className={styles.kicker}>
        <span className="num">{review.key}</span>
        <NextLink className="num link" href={`/incidents/${incident.key}`}>
          {incident.key}
        </NextLink>
        <SevTag level={incident.severity as Severity} />
        <span>Post-incident review</span>
        {review.demo ? <Tag dashed>Demo data</Tag> : null}
      </div>
      <h1>{review.title}</h1>
      {deck ? <p className={styles.deck}>{deck}</p> : null}
      <div className={styles.byline}>
        {names.length > 0 ? (
          <>
            <Avatars names={names} />
            <span>{listWords(names)}</span>
          </>
        ) : null}
        {publishedAt ? <span>Published {wordsOfDate(publishedAt.slice(0, 10), today)}</span> : null}
        {minutes === null ? null : <b>{minutes} min read</b>}
      </div>
      {incident.band.length > 0 ? (
        <figure className={styles.band}>
          <FluidSignature segments={incident.band} heightPx={16} label="Impact over the length of the incident" />
        </figure>
      ) : null}
      {figures.length > 0 ? (
        <div className={styles.figures}>
          <MetricsStrip items={figures} />
        </div>
      ) : null}
    </header>
  );
}

function useFigures(review: Review, today: string): Metric[] {
  const incident = useQuery(reads.incident.get(review.incident.key)).data;
  const factors = useQuery(reads.factor.ofReview(review.key)).data?.items;
  const actions = useQuery(reads.actionItem.ofReview(review.key)).data?.items;
  const figures: Metric[] = [];
  if (incident?.resolvedAt) {
    const seconds = (Date.parse(incident.resolvedAt) - Date.parse(incident.startedAt)) / 1000;
    figures.push({ label: "Duration", value: formatDuration(Math.round(seconds / 60) * 60) });
  }
  if (factors && factors.length > 0) {
    const proven = factors.filter(({ evidence }) => evidence.some(({ stance }) => stance === "for")).length;
    const note = proven === factors.length ? "all with evidence" : `${proven} with evidence`;
    figures.push({ label: "Factors", value: String(factors.length), note });
  }
  if (actions && actions.length > 0) {
    const verified = actions.filter(({ status }) => status === "verified").length;
    const late = actions.filter((row) => isLate(row, today)).length;
    const note = late > 0 ? `verified, ${late} late` : "verified";
    figures.push({ label: "Actions", value: `${verified} of ${actions.length}`, note });
  }
  const changes = new Map(factors?.flatMap((factor) => factor.changes.map((change) => [change.key, change] as const)));
  for (const { key, status } of changes.values())
    figures.push({ label: "Strategic change", value: key, note: CHANGE_STATUS_WORDS[status] });
  return figures.slice(0, 5);
}
