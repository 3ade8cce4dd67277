import type { ReactNode } from "react";

type ErrorStateProps = {
  /** What happened: a fact. */
  title: string;
  /** A fact that helps, such as the reason. */
  safe?: string | undefined;
  /** What to do now. */
  next: string;
  action?: ReactNode;
};

/** What happened, what is safe, what to do, in that order. */
export function ErrorState({ title, safe, next, action }: ErrorStateProps) {
  return (
    <div className="em" role="alert">
      <h3>{title}</h3>
      <p>
        {safe === undefined ? null : `${stopped(safe)} `}
        {next}
      </p>
      {action}
    </div>
  );
}

/** A refusal of the server is a title without a stop; here it is before another sentence. */
const stopped = (words: string) => (/[.?]$/.test(words) ? words : `${words}.`);
