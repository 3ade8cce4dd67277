import { ChevronDown } from "lucide-react";
import type { ComponentProps } from "react";
import { cx } from "./cx.ts";
import styles from "./fact-button.module.css";

/** A fact in a list of properties that opens its editor; the chevron shows when it is pointed at. */
export function FactButton({ children, className, ...rest }: ComponentProps<"button">) {
  return (
    <button type="button" aria-haspopup="dialog" {...rest} className={cx("val", styles.fact, className)}>
      {children}
      <ChevronDown size={14} className={styles.chevron} />
    </button>
  );
}
