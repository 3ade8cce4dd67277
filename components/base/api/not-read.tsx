"use client";

import { Button } from "#components/ui/button.tsx";
import { ButtonLink } from "#components/ui/link.tsx";
import { ErrorState } from "#components/ui/page/error-state.tsx";
import { isGone, readWordsOf } from "./problem.ts";

type NotReadProps = {
  /** "the history", INC-12 */
  what: string;
  error: unknown;
  /** A fact that helps, such as what continues without the page. */
  safe?: string | undefined;
  onRetry: () => void;
};

/** Says that a read failed, why, and reads again. */
export function NotRead({ what, error, safe, onRetry }: NotReadProps) {
  return (
    <ErrorState
      title={`Couldn't load ${what}`}
      safe={safe}
      next={readWordsOf(error)}
      action={<Button onClick={onRetry}>Try again</Button>}
    />
  );
}

type RecordNotReadProps = {
  /** INC-12, REV-7 */
  recordKey: string;
  error: unknown;
  /** The possible reason that it is hidden: "it is restricted to other people". */
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
  return <NotRead what={recordKey} error={error} onRetry={onRetry} />;
}
