"use client";

import NextLink from "next/link";
import { useState } from "react";
import { useDayOf, useToday } from "#components/people/me/use-today.ts";
import { Button } from "#components/ui/button.tsx";
import { cx } from "#components/ui/cx.ts";
import { Avatars } from "#components/ui/labels/avatar.tsx";
import { SevTag } from "#components/ui/labels/sev-tag.tsx";
import { Tag } from "#components/ui/labels/tag.tsx";
import { type Metric, MetricsStrip } from "#components/ui/lists/metrics-strip.tsx";
import { FluidSignature } from "#components/ui/marks/fluid-signature.tsx";
import textStyles from "#components/ui/roles/text.module.css";
import { listWords } from "#lib/base/text/sentence.ts";
import { formatDuration } from "#lib/base/time/duration.ts";
import { wordsOfDate } from "#lib/base/time/local-date.ts";
import type { Severity } from "#lib/base/vocabulary/incident.ts";
import type { ActionItemRow } from "#lib/contract/action-item.ts";
import type { Review } from "#lib/contract/review.ts";
import { isLate } from "#lib/follow/action-item/lateness.ts";
import type { FrozenRecords } from "./frozen-block.tsx";
import styles from "./reader.module.css";

export type Publication = NonNullable<Review["publication"]>;

interface ReaderHeadProps {
  review: Review;
  publication: Publication;
  /** The records that were stored with the version. Null until they are loaded. */
  frozen: FrozenRecords | null;
  actionItems: readonly ActionItemRow[] | undefined;
  deck: string;
  minutes: number | null;
}

/** Title, standfirst, authors, the incident's band and its figures as they were. An unknown figure is left out. */
export function ReaderHead({ review, publication, frozen, actionItems, deck, minutes }: ReaderHeadProps) {
  const today = useToday();
  const dayOf = useDayOf();
  const figures = figuresOf({ blocks: frozen?.blocks ?? null, actionItems, today });
  const { incident, publishedAt } = review;
  const { severity = null, authors = [], band = null } = frozen?.facts ?? {};
  const isKept = frozen === null || frozen.blocks !== null;
  const { version, at, by, note, isFirst } = publication;
  const published = `Version ${version}, published ${wordsOfDate(dayOf(at), today)}`;
  const names = authors.map(({ name }) => name);
  return (
    <header className={styles.head}>
      <div className={styles.kicker}>
        <span className={textStyles.figure}>{review.key}</span>
        <NextLink className={cx(textStyles.figure, textStyles.link)} href={`/incidents/${incident.key}`}>
          {incident.key}
        </NextLink>
        {severity === null ? null : <SevTag level={severity as Severity} />}
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
      {isFirst ? null : <Again first={publishedAt && wordsOfDate(dayOf(publishedAt), today)} note={note} />}
      {isKept ? null : (
        <p className={styles.again}>
          This version was published before Afterword stored figures and records with it.{" "}
          <a
            className={cx(textStyles.prominent, textStyles.link)}
            href={`/api/v1/reviews/${review.key}/export?version=${version}`}
            download
          >
            Export as Markdown
          </a>{" "}
          has them as they were.
        </p>
      )}
      {band && band.length > 0 ? (
        <figure className={styles.band}>
          <FluidSignature segments={band} heightPx={16} label="Impact over the length of the incident" />
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

const LONG_NOTE = 240;

/** The note on changes since the version before. A phone shows the start of a long one. */
function Again({ first, note }: { first: string | null; note: string }) {
  const [isOpen, setOpen] = useState(false);
  const isCut = note.length > LONG_NOTE && !isOpen;
  return (
    <div className={styles.again}>
      <p data-cut={isCut || undefined}>
        <b>Published again</b>
        {first ? ` after ${first}` : ""}
        {note ? `: ${note}` : "."}
      </p>
      {isCut ? (
        <Button kind="ghost" className={styles.more} onClick={() => setOpen(true)}>
          Show all of this note
        </Button>
      ) : null}
    </div>
  );
}

/** Length, factors and changes are those of the version. Actions are counted as they are now. */
function figuresOf({
  blocks,
  actionItems,
  today,
}: Pick<FrozenRecords, "blocks"> & Pick<ReaderHeadProps, "actionItems"> & { today: string }) {
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
