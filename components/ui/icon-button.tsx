"use client";
import NextLink from "next/link";
import type { ComponentProps, ReactNode } from "react";
import { cx } from "./cx.ts";
import styles from "./icon-button.module.css";
import { ariaKeysOf } from "./keys/format-keys.ts";
import { Tooltip } from "./tooltip.tsx";
import touch from "./touch-target.module.css";

type BareIconButtonProps = ComponentProps<"button"> & { label: string; icon: ReactNode };

/** An icon button without a tooltip: the trigger of a menu, or one of hundreds. */
export function BareIconButton({ label, icon, className, ...rest }: BareIconButtonProps) {
  return (
    <button type="button" {...rest} aria-label={label} className={cx(styles.button, touch.around, className)}>
      {icon}
    </button>
  );
}

type IconButtonProps = BareIconButtonProps & { keys?: string | undefined };

/** An icon button with an accessible label and a tooltip. */
export function IconButton({ label, keys, ...rest }: IconButtonProps) {
  return (
    <Tooltip label={label} keys={keys}>
      <BareIconButton aria-keyshortcuts={ariaKeysOf(keys)} {...rest} label={label} />
    </Tooltip>
  );
}

type IconLinkProps = {
  label: string;
  icon: ReactNode;
  href: string;
  /** Draws the dot for something unread. Include it in the label too. */
  dot?: boolean | undefined;
};

/** A link that looks like an icon button. */
export function IconLink({ label, icon, href, dot }: IconLinkProps) {
  return (
    <Tooltip label={label}>
      <NextLink className={cx(styles.button, touch.around)} href={href} aria-label={label}>
        {icon}
        {dot ? <i className={styles.dot} /> : null}
      </NextLink>
    </Tooltip>
  );
}
