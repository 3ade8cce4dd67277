"use client";
import type { ComponentProps } from "react";
import { cx } from "./cx.ts";
import styles from "./form-popover.module.css";
import { Popover } from "./popover.tsx";

type FormPopoverProps = Omit<ComponentProps<typeof Popover>, "className"> & { wide?: boolean | undefined };

/** A popover that is as wide as the fields in it need. */
export function FormPopover({ wide, ...rest }: FormPopoverProps) {
  return <Popover {...rest} className={cx(styles.form, wide && styles.wide)} />;
}
