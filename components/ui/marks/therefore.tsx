import { cx } from "../cx.ts";
import styles from "./therefore.module.css";

/** The mark: it is where something follows from something, and in the brand. Never as decoration. */
export function Therefore({ className }: { className?: string | undefined }) {
  return (
    <svg className={cx(styles.therefore, className)} viewBox="0 0 22 20" aria-hidden="true">
      <circle cx="11" cy="4" r="3.6" />
      <circle cx="4" cy="16" r="3.6" />
      <circle cx="18" cy="16" r="3.6" />
    </svg>
  );
}
