"use client";

import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { Bookmark } from "lucide-react";
import { parseAsInteger, useQueryStates } from "nuqs";
import { useState } from "react";
import { reads } from "#components/base/api/client.ts";
import { PartNotRead } from "#components/reviews/review/part-not-read.tsx";
import { Button } from "#components/ui/button.tsx";
import { cx } from "#components/ui/cx.ts";
import { WordsDialog } from "#components/ui/fields/words-dialog.tsx";
import { ButtonLink } from "#components/ui/link.tsx";
import { Crumbs } from "#components/ui/page/crumbs.tsx";
import { Page } from "#components/ui/page/page.tsx";
import { PageBar } from "#components/ui/page/page-bar.tsx";
import { SkeletonText } from "#components/ui/page/skeleton.tsx";
import textStyles from "#components/ui/roles/text.module.css";
import { LENGTHS } from "#lib/contract/lengths.ts";
import { useVersionChanges } from "./use-version-changes.ts";
import { VersionComparison } from "./version-comparison.tsx";
import { VersionList } from "./version-list.tsx";
import styles from "./versions-page.module.css";

/** The versions of a review: which there are, what changed between two, and the way back to one. */
export function VersionsPage({ reviewKey }: { reviewKey: string }) {
  const review = useQuery(reads.review.get(reviewKey));
  const list = useInfiniteQuery(reads.version.list(reviewKey));
  const [{ to, from }, setCompared] = useQueryStates({ to: parseAsInteger, from: parseAsInteger });
  const [isNaming, setNaming] = useState(false);
  const changes = useVersionChanges(reviewKey);
  const versions = list.data?.pages.flatMap(({ items }) => items) ?? [];
  const error = review.error ?? list.error;
  if (error)
    return (
      <Page>
        <PartNotRead what="Versions" {...{ reviewKey, error }} onRetry={() => void list.refetch()} />
      </Page>
    );
  if (!review.data || !list.data)
    return (
      <Page>
        <SkeletonText lines={12} label="Loading the versions" />
      </Page>
    );
  const newest = versions[0]?.number ?? 0;
  const before = from ?? (to === null ? newest : to - 1);
  const mayWrite = review.data.abilities.write;
  return (
    <>
      <PageBar className={styles.bar} aria-label="This page">
        <Crumbs
          items={[
            { label: "Reviews", href: "/reviews" },
            { label: reviewKey, href: `/reviews/${reviewKey}` },
          ]}
        />
        <h1>Versions</h1>
        <span className={cx(textStyles.muted, textStyles.truncated, textStyles.wideOnly)}>{review.data.title}</span>
        <div className={styles.controls}>
          {mayWrite ? (
            <Button icon={<Bookmark size={14} />} onClick={() => setNaming(true)}>
              Name this version
            </Button>
          ) : null}
          <ButtonLink href={`/reviews/${reviewKey}`}>Back to the text</ButtonLink>
        </div>
      </PageBar>
      <div className={styles.page}>
        <VersionList
          versions={versions}
          to={to}
          from={before}
          onPick={(number) => void setCompared({ to: number, from: null })}
          more={list.hasNextPage ? { load: () => void list.fetchNextPage(), busy: list.isFetchingNextPage } : null}
        />
        {before < 1 ? (
          <section className={styles.first} aria-label="Changes">
            <p>{newest === 0 ? NONE : "This is the first version, so there is nothing to compare it with."}</p>
            {to === null ? null : (
              <Button onClick={() => void setCompared({ to: null, from: to })}>Compare it with the text now</Button>
            )}
          </section>
        ) : (
          <VersionComparison
            reviewKey={reviewKey}
            versions={versions}
            from={before}
            to={to}
            mayWrite={mayWrite}
            changes={changes}
            onCompare={(number) => void setCompared({ to, from: number })}
          />
        )}
      </div>
      {isNaming ? (
        <WordsDialog
          title="Name this version"
          description="The text and its records are kept as they are now."
          label="Name"
          isLine
          maxLength={LENGTHS.version.name}
          hint="For example, After the interviews"
          missing="Enter a name"
          confirm="Name this version"
          isBusy={changes.name.isPending}
          onConfirm={(name) => changes.name.mutate({ key: reviewKey, name }, { onSuccess: () => setNaming(false) })}
          onClose={() => setNaming(false)}
        />
      ) : null}
    </>
  );
}

const NONE = "No versions yet. One is kept when the status changes, before a restore, and when writing pauses.";
