import type { ReactNode } from "react";
import { cx } from "../cx.ts";
import styles from "./marked.module.css";

/** A mark and its text on one line. */
export function Marked({ className, children }: { className?: string | undefined; children: ReactNode }) {
  return <span className={cx(styles.marked, className)}>{children}</span>;
}
