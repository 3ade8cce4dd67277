import { Check } from "lucide-react";
import type { ReactNode } from "react";

type SetUpStepProps = {
  number: number;
  title: string;
  /** Index of the step that is open. */
  at: number;
  /** What it is about, while it is still to come. */
  later: string;
  /** What was done, in one line. */
  done: string | undefined;
  children: ReactNode;
};

/** One step on the spine: done, open, or still to come. */
export function SetUpStep({ number, title, at, later, done, children }: SetUpStepProps) {
  const state = number - 1 < at ? "ok" : number - 1 === at ? "cur" : "nx";
  return (
    <li className={state} aria-current={state === "cur" ? "step" : undefined}>
      <span className="nb">{state === "ok" ? <Check className="i s" aria-label="Done" /> : number}</span>
      <div>
        <h2>{title}</h2>
        {state === "ok" ? <p>{done}</p> : null}
        {state === "cur" ? children : null}
        {state === "nx" ? <p className="muted">{later}</p> : null}
      </div>
    </li>
  );
}
