import { ChevronDown } from "lucide-react";
import type { ComponentProps } from "react";
import { cx } from "../cx.ts";
import styles from "./choice-button.module.css";

/** A field that opens a list: the chosen value, and a chevron. */
export function ChoiceButton({ wide, children, ...rest }: ComponentProps<"button"> & { wide?: boolean | undefined }) {
  return (
    <button type="button" {...rest} className={cx(styles.choice, wide && styles.wide)}>
      {children}
      <ChevronDown size={14} />
    </button>
  );
}
