import { ChevronDown } from "lucide-react";
import type { ComponentProps } from "react";
import { cx } from "../cx.ts";
import touch from "../touch-target.module.css";
import styles from "./value-button.module.css";

/** A value that opens its editor. Its background shows on hover. */
export function ValueButton({ className, ...rest }: ComponentProps<"button">) {
  return <button type="button" {...rest} className={cx(styles.value, touch.tall, className)} />;
}

/** A property that opens its editor. The chevron shows on hover. */
export function FactButton({ children, className, ...rest }: ComponentProps<"button">) {
  return (
    <ValueButton aria-haspopup="dialog" {...rest} className={cx(styles.fact, className)}>
      {children}
      <ChevronDown size={14} className={styles.chevron} />
    </ValueButton>
  );
}
