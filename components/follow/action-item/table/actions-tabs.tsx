"use client";

import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { reads } from "#components/base/api/client.ts";
import { useToday } from "#components/people/me/use-today.ts";
import { type LinkTab, LinkTabs } from "#components/ui/lists/tabs.tsx";
import { VIEWS, type View } from "#lib/follow/action-item/query/query.ts";
import { VIEW_WORDS } from "./actions-views.ts";

interface TrackerTabsProps {
  /** The built-in view that is shown. Null while a saved one is. */
  view: View | null;
  saved: readonly LinkTab[];
  after: ReactNode;
}

/** The views of the tracker with their counts, the built-in ones first. */
export function TrackerTabs({ view, saved, after }: TrackerTabsProps) {
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
      items={[
        ...VIEWS.map((one) => ({
          label: VIEW_WORDS[one],
          href: `/actions?view=${one}`,
          count: countOf[one],
          current: one === view,
        })),
        ...saved,
      ]}
      after={after}
    />
  );
}
