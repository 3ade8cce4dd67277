import type { ReactNode } from "react";
import { StateText } from "./state-text.tsx";

type ErrorStateProps = {
  /** What happened: a fact. */
  title: string;
  /** A fact that helps, such as the reason. */
  safe?: string | undefined;
  /** What to do now. */
  next: string;
  action?: ReactNode;
};

/** What happened, what is safe, and what to do, in that order. */
export function ErrorState({ title, safe, next, action }: ErrorStateProps) {
  return (
    <StateText role="alert" title={title} action={action}>
      {safe === undefined ? null : `${stopped(safe)} `}
      {next}
    </StateText>
  );
}

/** An error of the server is a title without a full stop. Here another sentence follows. */
const stopped = (words: string) => (/[.?]$/.test(words) ? words : `${words}.`);
