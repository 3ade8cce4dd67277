"use client";

import NextLink from "next/link";
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
import type { ActionItemRow } from "#lib/contract/action-item.ts";
import type { Review } from "#lib/contract/review.ts";
import { isLate } from "#lib/follow/action-item/lateness.ts";
import type { FrozenBlocks } from "#lib/reviews/version/changes.ts";
import styles from "./reader.module.css";

export type Publication = NonNullable<Review["publication"]>;

interface ReaderHeadProps {
  review: Review;
  publication: Publication;
  /** Live blocks of the version, null for one from before they were kept. */
  blocks: FrozenBlocks | null;
  actionItems: readonly ActionItemRow[] | undefined;
  deck: string;
  minutes: number | null;
}

/** Title, standfirst, authors, the incident's band and its figures. An unknown figure is left out. */
export function ReaderHead({ review, publication, blocks, actionItems, deck, minutes }: ReaderHeadProps) {
  const today = useToday();
  const figures = figuresOf({ blocks, actionItems, today });
  const { incident, authors, publishedAt } = review;
  const { version, at, by, note, isFirst } = publication;
  const published = `Version ${version}, published ${wordsOfDate(at.slice(0, 10), today)}`;
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
        {review.archived ? <Tag>Archived</Tag> : null}
      </div>
      <h1>{publication.title}</h1>
      {deck ? <p className={styles.deck}>{deck}</p> : null}
      <div className={styles.byline}>
        {names.length > 0 ? (
          <>
            <Avatars names={names} />
            <span>{listWords(names)}</span>
          </>
        ) : null}
        <span>{by ? `${published} by ${by.name}` : published}</span>
        {minutes === null ? null : <b>{minutes} min read</b>}
      </div>
      {isFirst ? null : (
        <p className={styles.again}>
          <b>Published again</b>
          {publishedAt ? ` after ${wordsOfDate(publishedAt.slice(0, 10), today)}` : ""}
          {note ? `: ${note}` : "."}
        </p>
      )}
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

/** Length, factors and changes are those of the version. Actions are counted as they are now. */
function figuresOf({
  blocks,
  actionItems,
  today,
}: Pick<ReaderHeadProps, "blocks" | "actionItems"> & { today: string }) {
  const figures: Metric[] = [];
  const fact = (name: string) => blocks?.header?.rows.find(({ key }) => key === name)?.cells[1];
  const [start, end] = [fact("Start"), fact("End")];
  if (start && end) {
    const seconds = (Date.parse(end) - Date.parse(start)) / 1000;
    figures.push({ label: "Duration", value: formatDuration(Math.round(seconds / 60) * 60) });
  }
  const { columns = [], rows: factors = [] } = blocks?.factors ?? {};
  if (factors.length > 0) {
    const evidence = columns.indexOf("Evidence");
    const proven = factors.filter(({ cells }) => cells[evidence]).length;
    const note = proven === factors.length ? "all with evidence" : `${proven} with evidence`;
    figures.push({ label: "Factors", value: String(factors.length), note });
  }
  if (actionItems && actionItems.length > 0) {
    const verified = actionItems.filter(({ status }) => status === "verified").length;
    const late = actionItems.filter((row) => isLate(row, today)).length;
    const note = late > 0 ? `verified, ${late} late now` : "verified now";
    figures.push({ label: "Actions", value: `${verified} of ${actionItems.length}`, note });
  }
  for (const { key, cells } of blocks?.changes?.rows ?? [])
    figures.push({ label: "Strategic change", value: key, note: cells.at(-1) ?? "" });
  return figures.slice(0, 5);
}
