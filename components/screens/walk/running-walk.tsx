"use client";

import { useInfiniteQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { reads } from "#components/base/api/client.ts";
import { NotRead } from "#components/base/api/not-read.tsx";
import { Page } from "#components/ui/page/page.tsx";
import { SkeletonRows } from "#components/ui/page/skeleton.tsx";
import type { ActionItemRow } from "#lib/contract/action-item.ts";
import type { Walk } from "#lib/contract/walk.ts";
import { EMPTY_QUERY, listInputOf } from "#lib/follow/action-item/query/query.ts";
import { WalkThrough } from "./walk-through.tsx";

/**
 * Loads every late action before the meeting shows them. The list stays as it was then: an action that gets a new date
 * isn't late any more, but it was talked about.
 */
export function RunningWalk({ walk, today }: { walk: Walk; today: string }) {
  const [list, setList] = useState<readonly ActionItemRow[] | null>(null);
  const late = useInfiniteQuery({
    ...reads.actionItem.list(listInputOf({ ...EMPTY_QUERY, view: "late" }, today)),
    enabled: list === null,
  });
  const { data, error, isFetching, hasNextPage, fetchNextPage, refetch } = late;
  useEffect(() => {
    if (list !== null || !data || error || isFetching) return;
    if (hasNextPage) void fetchNextPage();
    else setList(data.pages.flatMap(({ items }) => items));
  }, [list, data, error, isFetching, hasNextPage, fetchNextPage]);
  if (list !== null) return <WalkThrough walk={walk} list={list} today={today} />;
  return (
    <Page>
      {error ? (
        <NotRead what="the late actions" error={error} onRetry={() => void refetch()} />
      ) : (
        <SkeletonRows rows={8} label="Loading the late actions" />
      )}
    </Page>
  );
}
