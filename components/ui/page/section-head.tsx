import type { ReactNode } from "react";
import { cx } from "../cx.ts";
import layoutStyles from "../roles/layout.module.css";
import styles from "./section-head.module.css";

type SectionHeadProps = {
  title: ReactNode;
  count?: ReactNode;
  /** Link, button or text at the right end of the rule. */
  right?: ReactNode;
  /** On a phone the right part goes below. */
  wraps?: boolean | undefined;
  id?: string | undefined;
  /** Heading level: 2 on a page, 3 in a panel. */
  level?: 2 | 3 | undefined;
  className?: string | undefined;
};

/** The rule above a section: line, strong title, muted count, and one item on the right. */
export function SectionHead({ title, count, right, wraps, id, level = 2, className }: SectionHeadProps) {
  const Heading = level === 3 ? "h3" : "h2";
  return (
    <div className={cx(styles.head, className)} data-wraps={wraps || undefined}>
      <Heading id={id}>{title}</Heading>
      {count === undefined ? null : <span className={styles.count}>{count}</span>}
      {right ? <span className={cx(layoutStyles.atEnd, styles.right)}>{right}</span> : null}
    </div>
  );
}
