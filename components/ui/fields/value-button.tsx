import { ChevronDown } from "lucide-react";
import type { ComponentProps } from "react";
import { cx } from "../cx.ts";
import touch from "../touch-target.module.css";
import styles from "./value-button.module.css";

/** A value that opens what changes it; its ground shows when it is pointed at. */
export function ValueButton({ className, ...rest }: ComponentProps<"button">) {
  return <button type="button" {...rest} className={cx(styles.value, touch.tall, className)} />;
}

/** A fact in a list of properties that opens its editor; the chevron shows when it is pointed at. */
export function FactButton({ children, className, ...rest }: ComponentProps<"button">) {
  return (
    <ValueButton aria-haspopup="dialog" {...rest} className={cx(styles.fact, className)}>
      {children}
      <ChevronDown size={14} className={styles.chevron} />
    </ValueButton>
  );
}
