"use client";

import { useInfiniteQuery } from "@tanstack/react-query";
import { Search } from "lucide-react";
import { parseAsString, useQueryState } from "nuqs";
import { useDeferredValue, useRef } from "react";
import { reads } from "#components/base/api/client.ts";
import { NotRead } from "#components/base/api/not-read.tsx";
import { useMyZone } from "#components/people/me/use-my-zone.ts";
import { byMonth } from "#components/reviews/forum/by-month.ts";
import { ForumPost } from "#components/reviews/forum/forum-post.tsx";
import { Button } from "#components/ui/button.tsx";
import { Input } from "#components/ui/fields/input.tsx";
import { Kbd } from "#components/ui/keys/kbd.tsx";
import { useKeys } from "#components/ui/keys/use-keys.ts";
import { ButtonLink } from "#components/ui/link.tsx";
import { ShowMore } from "#components/ui/lists/show-more.tsx";
import { EmptyState, NothingMatches } from "#components/ui/page/empty-state.tsx";
import { Page } from "#components/ui/page/page.tsx";
import { PageHead } from "#components/ui/page/page-head.tsx";
import { SkeletonText } from "#components/ui/page/skeleton.tsx";
import textStyles from "#components/ui/roles/text.module.css";
import { countWords } from "#lib/base/text/sentence.ts";
import { todayIn } from "#lib/base/time/today-in.ts";
import { LENGTHS } from "#lib/contract/lengths.ts";
import styles from "./forum.module.css";

interface ForumSearchProps {
  value: string;
  onChange: (words: string) => void;
}

/** The large search field of the forum. The slash key focuses it. */
function ForumSearch({ value, onChange }: ForumSearchProps) {
  const input = useRef<HTMLInputElement>(null);
  useKeys([{ keys: "/", label: "Search the forum", group: "Page", run: () => input.current?.focus() }]);
  return (
    <search className={styles.search}>
      <Search className={styles.icon} />
      <Input
        className={styles.input}
        ref={input}
        type="search"
        size="lg"
        maxLength={LENGTHS.search}
        aria-label="Search published reviews"
        placeholder="For example, backup"
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
      <span className={styles.keys}>
        <Kbd keys="/" />
      </span>
    </search>
  );
}

/** The organisation's published reviews, to read and to search. */
export function Forum() {
  const [words, setWords] = useQueryState("q", parseAsString.withDefault(""));
  const list = useInfiniteQuery(reads.forum.list(useDeferredValue(words)));
  const zone = useMyZone();
  const now = new Date();
  const months = byMonth(list.data?.pages.flatMap((page) => page.items) ?? [], zone, now);
  const isEmpty = list.isSuccess && months.length === 0;
  return (
    <Page>
      <PageHead title="Forum" sub="Published reviews for everyone" />
      <ForumSearch value={words} onChange={(value) => void setWords(value || null)} />
      <section className={styles.posts} aria-label="Published reviews" aria-busy={list.isFetching}>
        {months.length === 0 ? <h2 className={textStyles.visuallyHidden}>Published reviews</h2> : null}
        {list.isPending ? <SkeletonText lines={6} /> : null}
        {list.isError && !list.isFetchNextPageError ? (
          <NotRead what="the forum" error={list.error} onRetry={() => list.refetch()} />
        ) : null}
        {isEmpty && words ? (
          <NothingMatches
            title="No matching reviews"
            action={<Button onClick={() => void setWords(null)}>Show all reviews</Button>}
          />
        ) : null}
        {isEmpty && !words ? (
          <EmptyState title="No published reviews" action={<ButtonLink href="/reviews">Open reviews</ButtonLink>}>
            Reviews appear here when they are published.
          </EmptyState>
        ) : null}
        {months.map(({ month, words: name, posts }, index) => (
          <div key={month} className={styles.month}>
            <h2>
              {name} <span>{countWords(posts.length, "review")}</span>
            </h2>
            <ul>
              {posts.map(({ review, publishedOn }, at) => (
                <ForumPost
                  key={review.key}
                  review={review}
                  publishedOn={publishedOn}
                  today={todayIn(zone, now)}
                  isLead={index === 0 && at === 0 && !words}
                />
              ))}
            </ul>
          </div>
        ))}
        <ShowMore list={list} />
      </section>
    </Page>
  );
}
