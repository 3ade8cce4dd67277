import type { ReactNode } from "react";
import styles from "./state-text.module.css";

type StateTextProps = {
  role?: "status" | "alert" | undefined;
  /** A drawing above the title. */
  mark?: ReactNode;
  title: string;
  children?: ReactNode;
  /** One button. */
  action?: ReactNode;
};

/** Shown instead of the content: a title, a sentence, one button. */
export function StateText({ role, mark, title, children, action }: StateTextProps) {
  return (
    <div className={styles.state} role={role}>
      {mark ? <div className={styles.mark}>{mark}</div> : null}
      <h3>{title}</h3>
      {children ? <p>{children}</p> : null}
      {action}
    </div>
  );
}
