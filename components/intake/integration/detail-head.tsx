import type { ReactNode } from "react";
import styles from "./detail-head.module.css";

type DetailHeadProps = {
  id: string;
  title: ReactNode;
  /** Parts of the line below the title. */
  children: ReactNode;
  actions?: ReactNode;
};

/** The heading of what is open next to the list. */
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
