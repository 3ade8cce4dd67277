"use client";

import { NotRead } from "#components/base/api/not-read.tsx";
import { Button } from "#components/ui/button.tsx";
import { ButtonLink } from "#components/ui/link.tsx";
import { EmptyState, NothingMatches } from "#components/ui/page/empty-state.tsx";
import type { View } from "../change-views.ts";

interface StrategyNothingProps {
  list: { isError: boolean; error: unknown; isSuccess: boolean; refetch: () => unknown };
  view: View;
  isFiltered: boolean;
  onClear: () => void;
  onCreate: (() => void) | undefined;
}

/** The views that can be empty while there are changes. */
const EMPTY: Partial<Record<View, { title: string; words: string }>> = {
  mine: { title: "No strategic changes of yours", words: "Changes that you own or sponsor appear here." },
  delivered: {
    title: "No delivered strategic changes",
    words:
      "A change is delivered once its blocking milestones are reached. Someone who didn't own it checks the effect.",
  },
  aside: {
    title: "No deferred or declined strategic changes",
    words: "Each keeps the reason, who accepts the risk, and the day on which it returns to the intake.",
  },
};

/** Shown instead of an empty list: why it is empty, and what to do. */
export function StrategyNothing({ list, view, isFiltered, onClear, onCreate }: StrategyNothingProps) {
  if (list.isError) return <NotRead what="strategic changes" error={list.error} onRetry={() => void list.refetch()} />;
  if (!list.isSuccess) return null;
  if (isFiltered)
    return (
      <NothingMatches title="No matching strategic changes" action={<Button onClick={onClear}>Clear filters</Button>} />
    );
  const empty = EMPTY[view];
  if (empty)
    return (
      <EmptyState
        title={empty.title}
        action={<ButtonLink href="/strategy?as=table">Show current strategic changes</ButtonLink>}
      >
        {empty.words}
      </EmptyState>
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
