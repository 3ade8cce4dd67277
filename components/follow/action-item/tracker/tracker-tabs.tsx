"use client";

import { useQuery } from "@tanstack/react-query";
import { reads } from "#components/base/api/client.ts";
import { useToday } from "#components/people/me/use-today.ts";
import { LinkTabs } from "#components/ui/lists/tabs.tsx";
import { VIEWS, type View } from "#lib/follow/action-item/query/query.ts";
import { VIEW_WORDS } from "./tracker-views.ts";

/** The views of the tracker with their counts. */
export function TrackerTabs({ view }: { view: View }) {
  const today = useToday();
  const counts = useQuery(reads.actionItem.counts(today)).data;
  const countOf: Record<View, number | undefined> = {
    mine: counts?.mine,
    late: counts?.late,
    soon: counts?.dueSoon,
    verify: counts?.toVerify,
    unowned: counts?.unowned,
    open: counts?.open,
    all: undefined,
  };
  return (
    <LinkTabs
      label="Views"
      items={VIEWS.map((one) => ({
        label: VIEW_WORDS[one],
        href: one === "open" ? "/actions" : `/actions?view=${one}`,
        count: countOf[one],
        current: one === view,
      }))}
    />
  );
}
