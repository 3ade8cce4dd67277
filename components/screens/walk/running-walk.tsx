"use client";

import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { reads } from "#components/base/api/client.ts";
import { NotRead } from "#components/base/api/not-read.tsx";
import { Page } from "#components/ui/page/page.tsx";
import { SkeletonRows } from "#components/ui/page/skeleton.tsx";
import type { ActionItemRow } from "#lib/contract/action-item.ts";
import type { Monday } from "#lib/contract/monday.ts";
import type { Promotion } from "#lib/contract/promotion.ts";
import { EMPTY_QUERY, listInputOf } from "#lib/follow/action-item/query/query.ts";
import type { Subject } from "./subject.ts";
import { WalkThrough, type WalkThroughProps } from "./walk-through.tsx";

/**
 * Loads every late action, change in doubt and proposal before the meeting shows them. The list stays as it was then: an
 * action that gets a new date isn't late any more, but it was talked about.
 */
export function RunningWalk({ walk, today, isJoined }: Omit<WalkThroughProps, "list">) {
  const [list, setList] = useState<readonly Subject[] | null>(null);
  const late = useInfiniteQuery({
    ...reads.actionItem.list(listInputOf({ ...EMPTY_QUERY, view: "late" }, today)),
    enabled: list === null,
  });
  const week = useQuery({ ...reads.programme.monday(today), enabled: list === null });
  const proposals = useQuery({ ...reads.promotion.list(), enabled: list === null });
  const { data, isFetching, hasNextPage, fetchNextPage } = late;
  const error = late.error ?? week.error ?? proposals.error;
  const refetch = () => Promise.all([late.refetch(), week.refetch(), proposals.refetch()]);
  const [changes, promotions] = [week.data?.changes, proposals.data?.items];
  useEffect(() => {
    if (list !== null || !data || !changes || !promotions || error || isFetching) return;
    if (hasNextPage) void fetchNextPage();
    else
      setList(
        subjectsOf(
          data.pages.flatMap(({ items }) => items),
          changes,
          promotions,
        ),
      );
  }, [list, data, changes, promotions, error, isFetching, hasNextPage, fetchNextPage]);
  if (list !== null) return <WalkThrough walk={walk} list={list} today={today} isJoined={isJoined} />;
  return (
    <Page>
      {error ? (
        <NotRead what="the list of the meeting" error={error} onRetry={() => void refetch()} />
      ) : (
        <SkeletonRows rows={8} label="Loading the list of the meeting" />
      )}
    </Page>
  );
}

const subjectsOf = (
  rows: readonly ActionItemRow[],
  changes: Monday["changes"],
  promotions: readonly Promotion[],
): Subject[] => [
  ...rows.map((row) => ({ kind: "action" as const, key: row.key, title: row.title, row })),
  ...changes.map((change) => ({ kind: "change" as const, key: change.key, title: change.title, change })),
  ...promotions.map((promotion) => {
    const { id, name } = promotion.condition;
    return { kind: "condition" as const, key: id, title: name, promotion };
  }),
];
