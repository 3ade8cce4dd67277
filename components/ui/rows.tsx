import NextLink from "next/link";
import type { ComponentProps } from "react";
import { cx } from "./cx.ts";

/** A list of rows with hairlines between. Put `ListRow`s or any `li` inside. */
export function Rows({ className, ...rest }: ComponentProps<"ul">) {
  return <ul {...rest} className={cx("rows", className)} />;
}

type ListRowProps = ComponentProps<"li"> & { current?: boolean | undefined };

/** One line of 36 px: glyphs, a growing text, things at the right. */
export function ListRow({ current, className, ...rest }: ListRowProps) {
  return <li {...rest} className={cx("row", current && "cur", className)} aria-current={current || undefined} />;
}

/** A row that is one link. */
export function RowLink({ className, ...rest }: ComponentProps<typeof NextLink>) {
  return <NextLink {...rest} className={cx("row", className)} />;
}
