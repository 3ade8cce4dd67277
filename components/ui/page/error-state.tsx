import type { ReactNode } from "react";
import { StateText } from "./state-text.tsx";

type ErrorStateProps = {
  /** The fact that went wrong. */
  title: string;
  /** A fact that helps, such as the reason. */
  safe?: string | undefined;
  /** The next step. */
  next: string;
  action?: ReactNode;
};

/** The error, whether anything was lost, and the next step, in that order. */
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
