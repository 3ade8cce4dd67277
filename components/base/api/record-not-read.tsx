"use client";

import { Button } from "#components/ui/button.tsx";
import { ButtonLink } from "#components/ui/link.tsx";
import { ErrorState } from "#components/ui/page/error-state.tsx";
import { isGone, readWordsOf } from "./problem.ts";

type RecordNotReadProps = {
  /** INC-12, REV-7 */
  recordKey: string;
  error: unknown;
  /** What may have hidden it: "it is restricted to other people". */
  hidden: string;
  list: { href: string; label: string };
  onRetry: () => void;
};

/** Why the record of a page is missing: not found for this person, or the load failed. */
export function RecordNotRead({ recordKey, error, hidden, list, onRetry }: RecordNotReadProps) {
  if (isGone(error))
    return (
      <ErrorState
        title={`${recordKey} not found`}
        safe={`It doesn't exist, or ${hidden}.`}
        next="Ask the person who sent you here."
        action={<ButtonLink href={list.href}>{list.label}</ButtonLink>}
      />
    );
  return (
    <ErrorState
      title={`Couldn't load ${recordKey}`}
      next={readWordsOf(error)}
      action={<Button onClick={onRetry}>Try again</Button>}
    />
  );
}
