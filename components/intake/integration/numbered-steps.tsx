import type { ReactNode } from "react";
import styles from "./numbered-steps.module.css";

/** A list with large numbers. Put `li` inside. */
export function NumberedSteps({ children }: { children: ReactNode }) {
  return <ol className={styles.steps}>{children}</ol>;
}
