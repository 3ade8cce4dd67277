// First, because all pages have buttons: it keeps the styles of ui in one order.
import "./ui-sheet.ts";

import { Loader } from "lucide-react";
import { type ComponentProps, type MouseEvent, type ReactNode, useId } from "react";
import styles from "./button.module.css";
import { cx } from "./cx.ts";
import { ariaKeysOf } from "./keys/format-keys.ts";
import { Kbd } from "./keys/kbd.tsx";
import textStyles from "./roles/text.module.css";
import touch from "./touch-target.module.css";

export type ButtonKind = "primary" | "default" | "ghost";
export type ButtonSize = "md" | "lg";
export type ButtonProps = ComponentProps<"button"> & {
  kind?: ButtonKind | undefined;
  size?: ButtonSize | undefined;
  icon?: ReactNode;
  /** Keys shown as caps. The caller registers them. */
  keys?: string | undefined;
  busy?: boolean | undefined;
  /** Label while busy ("Publishing"). Its space is reserved from the start, so the width doesn't change. */
  busyLabel?: string | undefined;
  /** Why it can't be pressed, shown next to the button, which can still be focused. */
  disabledReason?: string | undefined;
};

const KIND: Record<ButtonKind, string | undefined> = {
  primary: styles.primary,
  default: undefined,
  ghost: styles.ghost,
};

/** Returns the classes of a button, for a link that looks like one. */
export function buttonClass(kind: ButtonKind = "default", size: ButtonSize = "md", more?: string): string {
  return cx(styles.button, touch.tall, KIND[kind], size === "lg" && styles.large, more);
}

/** A button. While busy or with a `disabledReason` it keeps the focus and ignores presses. */
export function Button(props: ButtonProps) {
  const { kind, size, icon, keys, busy, busyLabel, disabledReason, className, children, onClick, ...rest } = props;
  const reasonId = useId();
  const blocked = Boolean(busy || disabledReason);
  // Without a handler where none is needed, a page that is only rendered on the server can have the button.
  const press = blocked ? (event: MouseEvent<HTMLButtonElement>) => event.preventDefault() : onClick;
  const button = (
    <button
      type="button"
      aria-keyshortcuts={ariaKeysOf(keys)}
      {...rest}
      className={buttonClass(kind, size, className)}
      aria-busy={busy || undefined}
      aria-disabled={blocked || undefined}
      aria-describedby={disabledReason ? reasonId : rest["aria-describedby"]}
      onClick={press}
    >
      {busyLabel ? (
        <span className={styles.labels}>
          <span data-off={busy || undefined} aria-hidden={busy || undefined}>
            {icon}
            {children}
          </span>
          <span data-off={busy ? undefined : true} aria-hidden={busy ? undefined : true}>
            <Loader size={14} className={styles.turning} />
            {busyLabel}
          </span>
        </span>
      ) : (
        <>
          {busy ? <Loader size={14} className={styles.turning} /> : icon}
          {children}
        </>
      )}
      {keys ? <Kbd keys={keys} /> : null}
    </button>
  );
  // Always in a fragment, so the button stays the same element, with its focus, when the reason appears or disappears.
  return (
    <>
      {button}
      {disabledReason ? (
        <span id={reasonId} className={cx(textStyles.note, styles.reason)}>
          {disabledReason}
        </span>
      ) : null}
    </>
  );
}
