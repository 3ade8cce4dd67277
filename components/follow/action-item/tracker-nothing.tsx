"use client";

import { Button } from "#components/ui/button.tsx";
import { EmptyState, NothingMatches } from "#components/ui/empty-state.tsx";
import { ErrorState } from "#components/ui/error-state.tsx";
import { ButtonLink } from "#components/ui/link.tsx";
import type { View } from "./tracker-views.ts";

interface TrackerNothingProps {
  list: { isError: boolean; isSuccess: boolean; refetch: () => unknown };
  view: View;
  isFiltered: boolean;
  onClear: () => void;
  onCreate: (() => void) | undefined;
}

const EMPTY: Record<View, { title: string; words: string }> = {
  mine: { title: "Nothing here is yours.", words: "Your open actions appear here." },
  late: { title: "No action is late.", words: "Late actions appear here." },
  soon: {
    title: "Nothing is due in the next 14 days.",
    words: "Dates come from the policy of the priority, or from you.",
  },
  verify: {
    title: "Nothing waits to be verified.",
    words: "Implemented actions appear here with their evidence. A second person verifies them.",
  },
  unowned: {
    title: "Every open action has an owner.",
    words: "A proposal can do without one. An accepted action can't.",
  },
  open: {
    title: "What a review decides is followed here until it is verified.",
    words: "Propose an action from a factor in a review, or here.",
  },
  all: {
    title: "What a review decides is followed here until it is verified.",
    words: "Propose an action from a factor in a review, or here.",
  },
};

/** Shown instead of an empty list: why it is empty, and what to do. */
export function TrackerNothing({ list, view, isFiltered, onClear, onCreate }: TrackerNothingProps) {
  if (list.isError)
    return (
      <ErrorState
        title="Couldn't load actions"
        next="Try again in a moment."
        action={<Button onClick={() => void list.refetch()}>Try again</Button>}
      />
    );
  if (!list.isSuccess) return null;
  if (isFiltered)
    return (
      <NothingMatches
        title="No action matches these filters"
        action={<Button onClick={onClear}>Clear the filters</Button>}
      />
    );
  const isFirst = view === "open" || view === "all";
  return (
    <EmptyState
      title={EMPTY[view].title}
      action={
        !isFirst ? (
          <ButtonLink href="/actions">Show all open</ButtonLink>
        ) : onCreate ? (
          <Button onClick={onCreate}>Propose an action</Button>
        ) : undefined
      }
    >
      {EMPTY[view].words}
    </EmptyState>
  );
}
