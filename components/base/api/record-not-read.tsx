"use client";

import { Button } from "#components/ui/button.tsx";
import { ErrorState } from "#components/ui/error-state.tsx";
import { ButtonLink } from "#components/ui/link.tsx";
import { problemOf, wordsOf } from "./problem.ts";

type RecordNotReadProps = {
  /** INC-12, REV-7 */
  recordKey: string;
  error: unknown;
  /** What may have hidden it: "it is restricted to other people". */
  hidden: string;
  /** What did not suffer from the failure. */
  safe: string;
  list: { href: string; label: string };
  onRetry: () => void;
};

/** Why the record of a page is not there: none for this person, or it could not be read. */
export function RecordNotRead({ recordKey, error, hidden, safe, list, onRetry }: RecordNotReadProps) {
  const isGone = ["not_found", "invalid"].includes(problemOf(error)?.code ?? "");
  if (isGone)
    return (
      <ErrorState
        title={`There is no ${recordKey} for you`}
        safe={`It never was, or ${hidden}.`}
        next="Ask whoever sent you here."
        action={<ButtonLink href={list.href}>{list.label}</ButtonLink>}
      />
    );
  return (
    <ErrorState
      title={`${recordKey} could not be read`}
      safe={safe}
      next={wordsOf(error)}
      action={<Button onClick={onRetry}>Try again</Button>}
    />
  );
}
