"use client";

import { useInfiniteQuery } from "@tanstack/react-query";
import { reads } from "#components/base/api/client.ts";
import { NotRead, RecordNotRead } from "#components/base/api/not-read.tsx";
import { isGone } from "#components/base/api/problem.ts";
import type { Inputs } from "#components/base/api/reads.ts";
import { cx } from "#components/ui/cx.ts";
import { Moment } from "#components/ui/labels/moment.tsx";
import { OrderedRows } from "#components/ui/lists/rows.tsx";
import { ShowMore } from "#components/ui/lists/show-more.tsx";
import { SkeletonRows } from "#components/ui/page/skeleton.tsx";
import layoutStyles from "#components/ui/roles/layout.module.css";
import textStyles from "#components/ui/roles/text.module.css";
import styles from "./history-list.module.css";

/** Who changed what, newest first. */
export function HistoryList({ noun, recordKey }: { noun: Inputs["history"]["list"]["noun"]; recordKey: string }) {
  const list = useInfiniteQuery(reads.history.list({ noun, key: recordKey, limit: 50 }));
  if (list.isPending) return <SkeletonRows rows={8} label="Loading the history" />;
  if (list.isLoadingError) {
    return isGone(list.error) ? (
      <RecordNotRead
        recordKey={recordKey}
        error={list.error}
        hidden="you don't have access"
        list={{ href: "/", label: "Go to my work" }}
        onRetry={() => void list.refetch()}
      />
    ) : (
      <NotRead what="the history" error={list.error} onRetry={() => void list.refetch()} />
    );
  }
  const entries = list.data.pages.flatMap((page) => page.items);
  return (
    <>
      <OrderedRows>
        {entries.map((entry) => (
          <li key={entry.id} className={styles.entry}>
            <p className={layoutStyles.row}>
              <b className={textStyles.emphasis}>{entry.what}</b>
              <span className={textStyles.secondary}>{entry.actor}</span>
              <Moment at={entry.at} className={cx(textStyles.note, layoutStyles.atEnd, textStyles.unbroken)} />
            </p>
            <ul className={cx(textStyles.breaksAnywhere, styles.details)}>
              {entry.details.map((detail) => (
                <li key={detail}>{detail}</li>
              ))}
            </ul>
          </li>
        ))}
      </OrderedRows>
      <ShowMore list={list} label="Show older" />
    </>
  );
}
