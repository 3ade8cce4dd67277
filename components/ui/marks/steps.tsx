import { StatusMark } from "../labels/status.tsx";
import type { StatusKind } from "../labels/status-glyph.tsx";
import styles from "./steps.module.css";

interface StepsProps {
  label: string;
  /** The names of all steps, in order. */
  steps: readonly string[];
  /** Which of them is the current one. */
  at: number;
  /** Of the current step. Those before it are done, and those after it open. */
  kind: StatusKind;
  /** Other controls are in the same row, so it drops the words early. */
  isCrowded?: boolean | undefined;
}

/** The steps of a record's life in one row, and which it has reached. */
export function Steps({ label, steps, at, kind, isCrowded }: StepsProps) {
  return (
    <ol className={styles.steps} data-crowded={isCrowded || undefined} aria-label={label}>
      {steps.map((step, index) => (
        <li
          key={step}
          className={index < at ? styles.past : undefined}
          aria-current={index === at ? "step" : undefined}
        >
          <StatusMark kind={index < at ? "done" : index === at ? kind : "open"} />
          {step}
        </li>
      ))}
    </ol>
  );
}
