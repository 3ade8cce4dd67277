"use client";

import { NotRead } from "#components/base/api/not-read.tsx";
import { Button } from "#components/ui/button.tsx";
import { ButtonLink } from "#components/ui/link.tsx";
import { EmptyState, NothingMatches } from "#components/ui/page/empty-state.tsx";

interface StrategyNothingProps {
  list: { isError: boolean; error: unknown; isSuccess: boolean; refetch: () => unknown };
  isFirst: boolean;
  isFiltered: boolean;
  onClear: () => void;
  onCreate: (() => void) | undefined;
}

/** Shown instead of an empty list: why it is empty, and what to do. */
export function StrategyNothing({ list, isFirst, isFiltered, onClear, onCreate }: StrategyNothingProps) {
  if (list.isError) return <NotRead what="strategic changes" error={list.error} onRetry={() => void list.refetch()} />;
  if (!list.isSuccess) return null;
  if (isFiltered)
    return (
      <NothingMatches title="No matching strategic changes" action={<Button onClick={onClear}>Clear filters</Button>} />
    );
  if (!isFirst)
    return (
      <EmptyState
        title="No strategic changes in this view"
        action={<ButtonLink href="/strategy?as=table">Show current strategic changes</ButtonLink>}
      />
    );
  return (
    <EmptyState
      title="No strategic changes yet"
      action={onCreate ? <Button onClick={onCreate}>Propose strategic change</Button> : undefined}
    >
      A strategic change addresses a factor that keeps returning. It has an owner, a target quarter, an expected effect
      and the actions to get there.
    </EmptyState>
  );
}
