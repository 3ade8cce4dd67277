"use client";

import { NotRead } from "#components/base/api/not-read.tsx";
import { Button } from "#components/ui/button.tsx";
import { ButtonLink } from "#components/ui/link.tsx";
import { EmptyState, NothingMatches } from "#components/ui/page/empty-state.tsx";
import type { View } from "#lib/follow/action-item/query/query.ts";

interface TrackerNothingProps {
  list: { isError: boolean; error: unknown; isSuccess: boolean; refetch: () => unknown };
  view: View;
  isFiltered: boolean;
  onClear: () => void;
  onCreate: (() => void) | undefined;
}

const EMPTY: Record<View, { title: string; words: string }> = {
  mine: { title: "No actions assigned to you", words: "Your open actions appear here." },
  late: { title: "No late actions", words: "Late actions appear here." },
  soon: {
    title: "No actions due in the next 14 days",
    words: "Actions appear here when their due date is near.",
  },
  verify: {
    title: "No actions to verify",
    words: "Implemented actions appear here with their evidence. A second person verifies them.",
  },
  unowned: {
    title: "No actions without an owner",
    words: "Proposed actions without an owner appear here. Accepted actions need one.",
  },
  open: {
    title: "No actions yet",
    words: "Actions from reviews are tracked here until they're verified.",
  },
  all: {
    title: "No actions yet",
    words: "Actions from reviews are tracked here until they're verified.",
  },
};

/** Shown instead of an empty list: why it is empty, and what to do. */
export function TrackerNothing({ list, view, isFiltered, onClear, onCreate }: TrackerNothingProps) {
  if (list.isError) return <NotRead what="actions" error={list.error} onRetry={() => void list.refetch()} />;
  if (!list.isSuccess) return null;
  if (isFiltered)
    return <NothingMatches title="No matching actions" action={<Button onClick={onClear}>Clear filters</Button>} />;
  const isFirst = view === "open" || view === "all";
  return (
    <EmptyState
      title={EMPTY[view].title}
      action={
        !isFirst ? (
          <ButtonLink href="/actions?view=open">Show all open actions</ButtonLink>
        ) : onCreate ? (
          <Button onClick={onCreate}>Propose action</Button>
        ) : undefined
      }
    >
      {EMPTY[view].words}
    </EmptyState>
  );
}
