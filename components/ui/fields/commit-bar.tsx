import type { ReactNode } from "react";
import { cx } from "../cx.ts";
import layoutStyles from "../roles/layout.module.css";
import styles from "./commit-bar.module.css";

type CommitBarProps = {
  /** The effect of the button, in words. */
  children: ReactNode;
  /** Cancel, then the one primary button. */
  actions: ReactNode;
};

/** The sticky footer of a form or a preview. */
export function CommitBar({ children, actions }: CommitBarProps) {
  return (
    <div className={styles.bar} data-commit-bar>
      <span>{children}</span>
      <div className={cx(layoutStyles.atEnd, layoutStyles.row, styles.actions)}>{actions}</div>
    </div>
  );
}
