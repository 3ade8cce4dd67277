import type { ReactNode } from "react";
import { cx } from "./cx.ts";
import styles from "./note.module.css";

/** A muted remark at 12 px. */
export function Note({ className, children }: { className?: string | undefined; children: ReactNode }) {
  return <p className={cx(styles.note, className)}>{children}</p>;
}
