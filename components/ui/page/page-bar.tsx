import type { ComponentProps } from "react";
import { cx } from "../cx.ts";
import styles from "./page-bar.module.css";

type PageBarProps = ComponentProps<"section"> & { "aria-label": string };

/** The state and actions of a page. It stays below the navigation, except in low windows. */
export function PageBar({ className, ...rest }: PageBarProps) {
  return <section {...rest} className={cx(styles.bar, className)} />;
}
