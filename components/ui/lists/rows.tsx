import NextLink from "next/link";
import type { ComponentProps } from "react";
import { cx } from "../cx.ts";
import styles from "./rows.module.css";

/** A list of rows with hairlines between. Put `ListRow`s or any `li` inside. */
export function Rows({ className, ...rest }: ComponentProps<"ul">) {
  return <ul {...rest} className={cx(styles.rows, className)} />;
}

/** The same for a list whose order matters. */
export function OrderedRows({ className, ...rest }: ComponentProps<"ol">) {
  return <ol {...rest} className={cx(styles.rows, className)} />;
}

type ListRowProps = ComponentProps<"li"> & { current?: boolean | undefined };

/** One line of 36 px: glyphs, a flexible text, and actions on the right. */
export function ListRow({ current, className, ...rest }: ListRowProps) {
  return <li {...rest} className={cx(styles.row, className)} aria-current={current || undefined} />;
}

/** A row of several lines that one link fills. `current` marks the one that is open. */
export function LinkedRow({ current, className, ...rest }: ListRowProps) {
  return <li {...rest} className={cx(styles.linked, className)} aria-current={current || undefined} />;
}

/** A row that is one link. */
export function RowLink({ className, ...rest }: ComponentProps<typeof NextLink>) {
  return <NextLink {...rest} className={cx(styles.row, className)} />;
}
