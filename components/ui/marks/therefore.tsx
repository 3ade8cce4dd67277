import { cx } from "../cx.ts";
import styles from "./therefore.module.css";

/** The mark: it shows that something follows from something else, and is in the brand. Never decoration. */
export function Therefore({ className }: { className?: string | undefined }) {
  return (
    <svg className={cx(styles.therefore, className)} viewBox="0 0 22 20" aria-hidden="true">
      <circle cx="11" cy="4" r="3.6" />
      <circle cx="4" cy="16" r="3.6" />
      <circle cx="18" cy="16" r="3.6" />
    </svg>
  );
}
