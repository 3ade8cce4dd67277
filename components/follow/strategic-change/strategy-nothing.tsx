"use client";

import { Button } from "#components/ui/button.tsx";
import { EmptyState, NothingMatches } from "#components/ui/empty-state.tsx";
import { ErrorState } from "#components/ui/error-state.tsx";
import { ButtonLink } from "#components/ui/link.tsx";

interface StrategyNothingProps {
  list: { isError: boolean; isSuccess: boolean; refetch: () => unknown };
  isFirst: boolean;
  isFiltered: boolean;
  onClear: () => void;
  onCreate: (() => void) | undefined;
}

/** Shown instead of an empty list: why it is empty, and what to do. */
export function StrategyNothing({ list, isFirst, isFiltered, onClear, onCreate }: StrategyNothingProps) {
  if (list.isError)
    return (
      <ErrorState
        title="Couldn't load strategic changes"
        next="Try again in a moment."
        action={<Button onClick={() => void list.refetch()}>Try again</Button>}
      />
    );
  if (!list.isSuccess) return null;
  if (isFiltered)
    return (
      <NothingMatches
        title="No change matches these filters"
        action={<Button onClick={onClear}>Clear the filters</Button>}
      />
    );
  if (!isFirst)
    return (
      <EmptyState
        title="Nothing in this view."
        action={<ButtonLink href="/strategy">Show the current ones</ButtonLink>}
      />
    );
  return (
    <EmptyState
      title="A strategic change addresses a factor that keeps returning."
      action={onCreate ? <Button onClick={onCreate}>Propose a change</Button> : undefined}
    >
      A strategic change has an owner, a quarter and an expected effect, and carries the short actions that lead there.
    </EmptyState>
  );
}
