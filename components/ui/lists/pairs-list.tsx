import type { ComponentProps } from "react";
import { cx } from "../cx.ts";
import styles from "./pairs-list.module.css";

/**
 * Names on the left and values at the right edge, with hairlines between. Put a `div` with `dt` and `dd` inside for
 * each.
 */
export function PairsList({ className, ...rest }: ComponentProps<"dl">) {
  return <dl {...rest} className={cx(styles.pairs, className)} />;
}
