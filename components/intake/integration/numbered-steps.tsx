import type { ReactNode } from "react";
import styles from "./numbered-steps.module.css";

/** A list that counts in large figures. Put `li` inside. */
export function NumberedSteps({ children }: { children: ReactNode }) {
  return <ol className={styles.steps}>{children}</ol>;
}
