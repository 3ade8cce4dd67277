"use client";
import type { ComponentProps, ReactNode } from "react";
import { cx } from "./cx.ts";
import { ariaKeysOf } from "./keys/format-keys.ts";
import { Tooltip } from "./tooltip.tsx";

type IconButtonProps = ComponentProps<"button"> & {
  /** Name for everyone: read aloud and shown as a tooltip. */
  label: string;
  icon: ReactNode;
  keys?: string | undefined;
  /** Draws the dot for something unread; say it in the label too. */
  dot?: boolean | undefined;
};

export function IconButton({ label, icon, keys, dot, className, ...rest }: IconButtonProps) {
  return (
    <Tooltip label={label} keys={keys}>
      <button
        type="button"
        aria-keyshortcuts={ariaKeysOf(keys)}
        {...rest}
        aria-label={label}
        className={cx("ib", className)}
      >
        {icon}
        {dot ? <i className="dot" /> : null}
      </button>
    </Tooltip>
  );
}
