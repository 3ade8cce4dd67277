"use client";
import { ArrowDown, ArrowUp } from "lucide-react";
import type { ComponentProps, ReactNode } from "react";
import { cx } from "../cx.ts";
import textStyles from "../roles/text.module.css";
import touch from "../touch-target.module.css";
import styles from "./table.module.css";

type TableProps = ComponentProps<"table"> & {
  caption: string;
  /** On a phone each row is a block of lines, with `data-label` of a cell before its value. */
  stacks?: boolean | undefined;
};

/** Dense table: hairlines, 36 px rows. The caption is for screen readers only. */
export function Table({ caption, stacks, className, children, ...rest }: TableProps) {
  return (
    <table {...rest} className={cx(styles.table, stacks && styles.stacks, className)} data-cells>
      <caption className={textStyles.visuallyHidden}>{caption}</caption>
      {children}
    </table>
  );
}

export type SortState = "ascending" | "descending" | "none";
type HeadCellProps = Omit<ComponentProps<"th">, "onSelect"> & {
  sort?: SortState | undefined;
  onSort?: (() => void) | undefined;
  /** Right-aligned, for figures. */
  right?: boolean | undefined;
};

/** The head of a column. With `onSort`, its button sorts the table. */
export function HeadCell({ sort, onSort, right, className, children, ...rest }: HeadCellProps) {
  const Arrow = sort === "ascending" ? ArrowUp : ArrowDown;
  return (
    <th
      scope="col"
      {...rest}
      className={cx(right && textStyles.rightAligned, className)}
      aria-sort={sort === "none" ? undefined : sort}
    >
      {onSort ? (
        <button type="button" className={cx(touch.tall, styles.sort)} onClick={onSort}>
          {children}
          {sort && sort !== "none" ? <Arrow /> : null}
        </button>
      ) : (
        children
      )}
    </th>
  );
}

type RowProps = ComponentProps<"tr"> & {
  selected?: boolean | undefined;
  current?: boolean | undefined;
  ended?: boolean;
};

/**
 * A row. `current` draws the keyboard's bar, `selected` the background of a selected row, and `ended` mutes finished
 * rows.
 */
export function Row({ selected, current, ended, ...rest }: RowProps) {
  return <tr {...rest} data-ended={ended || undefined} aria-selected={selected} aria-current={current || undefined} />;
}

type GroupRowProps = Omit<ComponentProps<"tr">, "className" | "children"> & {
  label: string;
  count: ReactNode;
  note?: ReactNode;
  /** Number of columns of the table. */
  span: number;
};

/** The heading of a group inside a table: strong label, count, and owner. */
export function GroupRow({ label, count, note, span, ...rest }: GroupRowProps) {
  return (
    <tr {...rest} className={styles.group}>
      <th scope="colgroup" colSpan={span}>
        <b>{label}</b>
        <span className={styles.count}>{count}</span>
        {note ? <em>{note}</em> : null}
      </th>
    </tr>
  );
}
