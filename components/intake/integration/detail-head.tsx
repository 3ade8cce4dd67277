import type { ReactNode } from "react";
import styles from "./detail-head.module.css";

type DetailHeadProps = {
  id: string;
  title: ReactNode;
  /** What is under the title: parts of one line. */
  children: ReactNode;
  actions?: ReactNode;
};

/** The head of what is open next to the list. */
export function DetailHead({ id, title, children, actions }: DetailHeadProps) {
  return (
    <div className={styles.head}>
      <div>
        <h2 id={id}>{title}</h2>
        <p>{children}</p>
      </div>
      {actions ? <div className={styles.actions}>{actions}</div> : null}
    </div>
  );
}
