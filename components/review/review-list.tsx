"use client";

import { useInfiniteQuery } from "@tanstack/react-query";
import NextLink from "next/link";
import { parseAsBoolean, parseAsString, useQueryStates } from "nuqs";
import { useDeferredValue } from "react";
import { query } from "#components/api/client.ts";
import { Avatars } from "#components/ui/avatar.tsx";
import { Button } from "#components/ui/button.tsx";
import { EmptyState, NothingMatches } from "#components/ui/empty-state.tsx";
import { ErrorState } from "#components/ui/error-state.tsx";
import { FindField } from "#components/ui/find-field.tsx";
import { ButtonLink } from "#components/ui/link.tsx";
import { Signature } from "#components/ui/marks/signature.tsx";
import { PageHead } from "#components/ui/page-head.tsx";
import { SectionHead } from "#components/ui/section-head.tsx";
import { SevTag } from "#components/ui/sev-tag.tsx";
import { SkeletonRows } from "#components/ui/skeleton.tsx";
import { LinkTabs } from "#components/ui/tabs.tsx";
import type { ReviewRow } from "#lib/contract/review.ts";
import type { Severity } from "#lib/incident/vocabulary.ts";
import { REVIEW_STATUS_WORDS, REVIEW_STATUSES } from "#lib/review/vocabulary.ts";

const WAITS: Record<ReviewRow["status"], string> = {
  draft: "being written",
  in_review: "waits for the meeting and its answers",
  reviewed: "waits to be published",
  published: "actions are being worked",
  closed: "done",
  cancelled: "put aside",
};

/** Reviews grouped by state, each with its next step. */
export function ReviewList() {
  const [filters, setFilters] = useQueryStates({
    q: parseAsString.withDefault(""),
    mine: parseAsBoolean.withDefault(false),
    archived: parseAsBoolean.withDefault(false),
  });
  const q = useDeferredValue(filters.q);
  const list = useInfiniteQuery(
    query.review.list.infiniteOptions({
      input: (cursor: string | undefined) => ({
        limit: 50,
        mine: filters.mine,
        archived: filters.archived,
        ...(q ? { q } : {}),
        ...(cursor ? { cursor } : {}),
      }),
      initialPageParam: undefined,
      getNextPageParam: (page) => page.nextCursor ?? undefined,
    }),
  );
  const rows = list.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <div className="page s-reviews">
      <PageHead title="Reviews" sub="From the first draft to published and closed" />
      <LinkTabs
        label="Views"
        items={[
          { label: "All", href: "/reviews", current: !filters.mine && !filters.archived },
          { label: "Mine", href: "/reviews?mine=true", current: filters.mine },
          { label: "Archived", href: "/reviews?archived=true", current: filters.archived },
        ]}
      />
      <div className="py-3">
        <FindField
          label="Search reviews"
          value={filters.q}
          onChange={(value) => void setFilters({ q: value || null })}
        />
      </div>
      {list.isPending ? <SkeletonRows rows={6} label="Loading reviews" /> : null}
      {list.isError ? (
        <ErrorState
          title="Reviews could not be loaded"
          safe="Nothing is lost."
          next="Try again in a moment."
          action={<Button onClick={() => list.refetch()}>Try again</Button>}
        />
      ) : null}
      {list.isSuccess && rows.length === 0 ? (
        <NoReviews filtered={q !== "" || filters.mine || filters.archived} onClear={() => void setFilters(null)} />
      ) : null}
      {REVIEW_STATUSES.map((status) => {
        const own = rows.filter((row) => row.status === status);
        return own.length === 0 ? null : (
          <section key={status} className="sec">
            <SectionHead title={REVIEW_STATUS_WORDS[status]} count={own.length} right={WAITS[status]} />
            <ul className="rows">
              {own.map((row) => (
                <ReviewListRow key={row.id} row={row} />
              ))}
            </ul>
          </section>
        );
      })}
      {list.hasNextPage ? (
        <Button busy={list.isFetchingNextPage} busyLabel="Loading" onClick={() => list.fetchNextPage()}>
          Show more
        </Button>
      ) : null}
    </div>
  );
}

function ReviewListRow({ row }: { row: ReviewRow }) {
  const people = [...row.authors.map((author) => author.name), ...(row.facilitator ? [row.facilitator.name] : [])];
  return (
    <li className="rv">
      <span className="ids">
        <span className="id num">{row.key}</span>
        <span className="id num">{row.incident.key}</span>
      </span>
      <SevTag level={row.incident.severity as Severity} />
      <NextLink href={`/reviews/${row.key}`} className="grow">
        <b className="med">{row.title}</b>
        <span className="note">{row.nextStep}</span>
      </NextLink>
      <span className="hide-s">
        <Signature segments={row.incident.band} label="Impact over the length of the incident" />
      </span>
      <span className="hide-s">
        <Avatars names={people} />
      </span>
      <span className="num nowrap muted">{row.dueAt ? `by ${row.dueAt}` : ""}</span>
    </li>
  );
}

function NoReviews({ filtered, onClear }: { filtered: boolean; onClear: () => void }) {
  if (filtered)
    return <NothingMatches title="No review matches" action={<Button onClick={onClear}>Show all reviews</Button>} />;
  return (
    <EmptyState
      title="A review begins with an incident's timeline."
      action={<ButtonLink href="/incidents">Choose an incident</ButtonLink>}
    >
      Curate what happened, then generate the first draft there.
    </EmptyState>
  );
}
