import type { ReactNode } from "react";
import { cx } from "../cx.ts";
import styles from "./page-head.module.css";

type PageHeadProps = {
  title: ReactNode;
  sub?: ReactNode;
  crumbs?: ReactNode;
  actions?: ReactNode;
  className?: string | undefined;
};

/** The h1 of a page with its breadcrumbs above, a sentence below and its buttons on the right. */
export function PageHead({ title, sub, crumbs, actions, className }: PageHeadProps) {
  return (
    <div className={cx(styles.head, className)}>
      <div>
        {crumbs}
        <h1>{title}</h1>
        {sub ? <p className={styles.lead}>{sub}</p> : null}
      </div>
      {actions ? <div className={styles.actions}>{actions}</div> : null}
    </div>
  );
}
