"use client";

import { useInfiniteQuery } from "@tanstack/react-query";
import NextLink from "next/link";
import { parseAsBoolean, parseAsString, useQueryStates } from "nuqs";
import { useDeferredValue, useRef, useState } from "react";
import { reads } from "#components/base/api/client.ts";
import { NotRead } from "#components/base/api/not-read.tsx";
import { useMe } from "#components/people/me/use-me.ts";
import { useDayOf, useToday } from "#components/people/me/use-today.ts";
import { CompletenessMarks } from "#components/reviews/review/completeness-marks.tsx";
import { REVIEW_STATUS_KINDS } from "#components/reviews/review/status-kinds.ts";
import { Button } from "#components/ui/button.tsx";
import { cx } from "#components/ui/cx.ts";
import { FindField } from "#components/ui/fields/find-field.tsx";
import { useListKeys } from "#components/ui/keys/use-list-keys.ts";
import { Avatar, Avatars } from "#components/ui/labels/avatar.tsx";
import { Late } from "#components/ui/labels/late.tsx";
import { SevTag } from "#components/ui/labels/sev-tag.tsx";
import { Status } from "#components/ui/labels/status.tsx";
import { ButtonLink } from "#components/ui/link.tsx";
import { ShowMore } from "#components/ui/lists/show-more.tsx";
import { LinkTabs } from "#components/ui/lists/tabs.tsx";
import { Signature } from "#components/ui/marks/signature.tsx";
import { EmptyState, NothingMatches } from "#components/ui/page/empty-state.tsx";
import { Page } from "#components/ui/page/page.tsx";
import { PageHead } from "#components/ui/page/page-head.tsx";
import { SectionHead } from "#components/ui/page/section-head.tsx";
import { SkeletonRows } from "#components/ui/page/skeleton.tsx";
import textStyles from "#components/ui/roles/text.module.css";
import { daysBetween, wordsOfDate } from "#lib/base/time/local-date.ts";
import type { Severity } from "#lib/base/vocabulary/incident.ts";
import { REVIEW_STATUS_WORDS, REVIEW_STATUSES } from "#lib/base/vocabulary/review.ts";
import { LENGTHS } from "#lib/contract/lengths.ts";
import type { ReviewRow } from "#lib/contract/review.ts";
import styles from "./review-list.module.css";

const WAITS: Record<ReviewRow["status"], string> = {
  draft: "in draft",
  in_review: "awaiting the meeting",
  reviewed: "ready to publish",
  published: "actions in progress",
  closed: "done",
  cancelled: "cancelled",
};

/** Reviews grouped by status, each with its next step. */
export function ReviewList() {
  const [filters, setFilters] = useQueryStates({
    q: parseAsString.withDefault(""),
    mine: parseAsBoolean.withDefault(false),
    archived: parseAsBoolean.withDefault(false),
  });
  const q = useDeferredValue(filters.q);
  const list = useInfiniteQuery(
    reads.review.list({ mine: filters.mine, archived: filters.archived, ...(q ? { q } : {}) }),
  );
  const mayImport = useMe()?.may.includes("incident.create") ?? false;
  const rows = list.data?.pages.flatMap((page) => page.items) ?? [];
  const page = useRowFocus(rows.length);
  return (
    <Page ref={page}>
      <PageHead
        title="Reviews"
        sub="From the first draft to published and closed"
        actions={mayImport ? <ButtonLink href="/write-ups">Import write-ups</ButtonLink> : undefined}
      />
      <LinkTabs
        label="Views"
        items={[
          { label: "All", href: "/reviews", current: !filters.mine && !filters.archived },
          { label: "Mine", href: "/reviews?mine=true", current: filters.mine },
          { label: "Archived", href: "/reviews?archived=true", current: filters.archived },
        ]}
      />
      <div className={styles.search}>
        <FindField
          maxLength={LENGTHS.search}
          label="Search reviews"
          value={filters.q}
          onChange={(value) => void setFilters({ q: value || null })}
        />
      </div>
      {list.isPending ? <SkeletonRows rows={6} label="Loading reviews" /> : null}
      {list.isError && !list.isFetchNextPageError ? (
        <NotRead what="reviews" error={list.error} onRetry={() => list.refetch()} />
      ) : null}
      {list.isSuccess && rows.length === 0 ? (
        <NoReviews filtered={q !== "" || filters.mine || filters.archived} onClear={() => void setFilters(null)} />
      ) : null}
      {rows.length > 0 ? <ColumnWords /> : null}
      {REVIEW_STATUSES.map((status) => {
        const own = rows.filter((row) => row.status === status);
        return own.length === 0 ? null : (
          <section key={status} className={styles.group}>
            <SectionHead
              className={styles.groupHead}
              title={
                <Status className={styles.groupName} kind={REVIEW_STATUS_KINDS[status]}>
                  {REVIEW_STATUS_WORDS[status]}
                </Status>
              }
              count={own.length}
              right={WAITS[status]}
            />
            <ul>
              {own.map((row) => (
                <ReviewListRow key={row.id} row={row} />
              ))}
            </ul>
          </section>
        );
      })}
      <ShowMore list={list} />
    </Page>
  );
}

/** J, K and the arrows move from title to title, where Enter opens. Returns the ref of the page. */
function useRowFocus(count: number) {
  const page = useRef<HTMLDivElement>(null);
  const [current, setCurrent] = useState(-1);
  useListKeys({
    current,
    count,
    onMove: (index) => {
      setCurrent(index);
      page.current?.querySelectorAll<HTMLElement>("[data-row] a")[index]?.focus();
    },
  });
  return page;
}

/** Visual only, because each value of a row has its own name for screen readers. */
function ColumnWords() {
  return (
    <div className={cx(textStyles.wideOnly, styles.columnWords)} aria-hidden="true">
      {["Review", "", "Next step", "Impact", "Readiness", "Authors", "Facilitator", "Publication"].map((word) => (
        <span key={word}>{word}</span>
      ))}
    </div>
  );
}

function ReviewListRow({ row }: { row: ReviewRow }) {
  const today = useToday();
  const dayOf = useDayOf();
  const day = row.publishedAt ? dayOf(row.publishedAt) : row.dueAt;
  const isOpen = row.publishedAt === null && row.status !== "cancelled";
  const late = isOpen && row.dueAt ? daysBetween(row.dueAt, today) : 0;
  return (
    <li className={styles.row} data-row>
      <span className={styles.keys}>
        <b className={textStyles.figure}>{row.key}</b>
        <span className={textStyles.recordKey}>{row.incident.key}</span>
      </span>
      <span>
        <SevTag level={row.incident.severity as Severity} />
      </span>
      <div className={styles.title}>
        <NextLink href={`/reviews/${row.key}`}>{row.title}</NextLink>
        <p>{row.nextStep}</p>
      </div>
      <span className={styles.band}>
        <Signature segments={row.incident.band} label={`Impact of ${row.incident.key}`} />
      </span>
      <div className={styles.readiness}>
        <CompletenessMarks sections={row.sections} />
        {row.gatesOpen === 0 ? (
          <span className={textStyles.muted}>All gates met</span>
        ) : (
          <span>{row.gatesOpen === 1 ? "1 gate open" : `${row.gatesOpen} gates open`}</span>
        )}
      </div>
      <span className={styles.people}>
        <Avatars names={row.authors.map((author) => author.name)} />
      </span>
      <span className={styles.people}>
        {row.facilitator ? <Avatar name={row.facilitator.name} /> : <span className={textStyles.muted}>None</span>}
      </span>
      <div className={styles.deadline}>
        <b>{late > 0 ? <Late daysLate={late} /> : day ? wordsOfDate(day, today) : "No date"}</b>
        <span>
          {row.publishedAt
            ? "published"
            : late > 0
              ? `due ${wordsOfDate(day ?? today, today)}`
              : day
                ? "publish by"
                : ""}
        </span>
      </div>
    </li>
  );
}

function NoReviews({ filtered, onClear }: { filtered: boolean; onClear: () => void }) {
  if (filtered)
    return <NothingMatches title="No matching reviews" action={<Button onClick={onClear}>Show all reviews</Button>} />;
  return (
    <EmptyState title="No reviews yet" action={<ButtonLink href="/incidents">Choose incident</ButtonLink>}>
      To create a review, open an incident, curate its timeline and generate the draft.
    </EmptyState>
  );
}
