import type { ComponentProps } from "react";
import { cx } from "../cx.ts";
import styles from "./page.module.css";

/** A page of the usual width, with its gutters. */
export function Page({ className, ...rest }: ComponentProps<"div">) {
  return <div {...rest} className={cx(styles.page, className)} />;
}
