"use client";

import { useInfiniteQuery } from "@tanstack/react-query";
import { reads } from "#components/base/api/client.ts";
import { useDayOf } from "#components/people/me/use-today.ts";
import { lanesOf, type TrackerQuery } from "#lib/follow/action-item/query/query.ts";
import { columnInputOf } from "./board-columns.ts";
import type { BoardStatus } from "./drop-rule.ts";
import { mergeLanes } from "./lanes.ts";
import { entriesOf, partsOf } from "./list-entries.ts";
import { useIsCounted } from "./use-is-counted.ts";

interface Asked {
  query: TrackerQuery;
  today: string;
}

/** The cards of a state, by the lanes that they are in. */
export function useColumn({ query, today }: Asked, status: BoardStatus, enabled = true) {
  const list = useInfiniteQuery({ ...reads.actionItem.list(columnInputOf(query, status, today)), enabled });
  const dayOf = useDayOf();
  const isCounted = useIsCounted(query);
  const rows = list.data?.pages.flatMap((page) => page.items) ?? [];
  const entries = entriesOf(rows, { today, dayOf }, lanesOf(query), list.hasNextPage, isCounted);
  return { list, rows, isCounted, parts: partsOf(entries) };
}

/** The lanes of all states in one order. None if the board isn't grouped. Each list is read once, for its column too. */
export function useLanes({ statuses, ...asked }: Asked & { statuses: readonly BoardStatus[] }): string[] {
  const isGrouped = lanesOf(asked.query) !== null;
  const isRead = (status: BoardStatus) => isGrouped && statuses.includes(status);
  const columns = [
    useColumn(asked, "proposed", isRead("proposed")),
    useColumn(asked, "accepted", isRead("accepted")),
    useColumn(asked, "in_progress", isRead("in_progress")),
    useColumn(asked, "implemented", isRead("implemented")),
    useColumn(asked, "verified", isRead("verified")),
  ];
  return isGrouped ? mergeLanes(columns.map(({ parts }) => parts.flatMap(({ heading }) => heading ?? []))) : [];
}
