import type { ComponentProps } from "react";
import { cx } from "../cx.ts";
import styles from "./workspace.module.css";

type WorkspaceProps = Omit<ComponentProps<"div">, "className"> & {
  /** Without a panel next to the list. */
  alone?: boolean | undefined;
  /** With more room for the panel. */
  wide?: boolean | undefined;
};

/** A list, and next to it the `Peek` of the open item. */
export function Workspace({ alone, wide, ...rest }: WorkspaceProps) {
  return <div {...rest} className={styles.workspace} data-alone={alone || undefined} data-wide={wide || undefined} />;
}

/** The list of a workspace, with a smaller page heading. */
export function WorkspaceList({ className, ...rest }: ComponentProps<"section">) {
  return <section {...rest} className={cx(styles.list, className)} />;
}
