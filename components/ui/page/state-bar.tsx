import type { ReactNode } from "react";
import { Status } from "../labels/status.tsx";
import type { StatusKind } from "../labels/status-glyph.tsx";
import { Steps } from "../marks/steps.tsx";
import { PageBar } from "./page-bar.tsx";
import styles from "./state-bar.module.css";

interface StateBarProps {
  /** "State of the action". */
  label: string;
  /** The names of all steps, in order. */
  steps: readonly string[];
  /** Which of them is the current one. Below 0 for a state outside them, which is then shown alone. */
  at: number;
  kind: StatusKind;
  words: string;
  /** Buttons of the next steps. */
  children: ReactNode;
}

/** The state of a record among its steps, and what moves it on. */
export function StateBar({ label, steps, at, kind, words, children }: StateBarProps) {
  return (
    <PageBar className={styles.bar} aria-label={label}>
      {at < 0 ? <Status kind={kind}>{words}</Status> : <Steps label="State" steps={steps} at={at} kind={kind} />}
      <div className={styles.buttons}>{children}</div>
    </PageBar>
  );
}
