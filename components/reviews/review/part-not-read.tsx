"use client";

import { RecordNotRead } from "#components/base/api/not-read.tsx";
import { problemOf } from "#components/base/api/problem.ts";
import { ButtonLink } from "#components/ui/link.tsx";
import { ErrorState } from "#components/ui/page/error-state.tsx";

interface PartNotReadProps {
  /** "Versions" */
  what: string;
  reviewKey: string;
  error: unknown;
  onRetry: () => void;
}

/** Says why a page about a part of a review is empty: it is for people who write, or the review can't be read. */
export function PartNotRead({ what, reviewKey, error, onRetry }: PartNotReadProps) {
  if (problemOf(error)?.code === "forbidden")
    return (
      <ErrorState
        title={`${what} are for people who can write in this review`}
        next="Ask its owner to add you."
        action={<ButtonLink href={`/reviews/${reviewKey}`}>Back to the review</ButtonLink>}
      />
    );
  return (
    <RecordNotRead
      recordKey={reviewKey}
      error={error}
      hidden="its incident is restricted to other people"
      list={{ href: "/reviews", label: "Go to reviews" }}
      onRetry={onRetry}
    />
  );
}
