import type { ReactNode } from "react";
import { cx } from "./cx.ts";
import styles from "./note.module.css";

type NoteProps = {
  /** Shows that something is wrong. Links after the text fix it. */
  isWarning?: boolean;
  className?: string | undefined;
  children: ReactNode;
};

/** A muted remark at 12 px. */
export function Note({ isWarning = false, className, children }: NoteProps) {
  return <p className={cx(styles.note, isWarning && styles.warning, className)}>{children}</p>;
}
