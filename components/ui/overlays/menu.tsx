"use client";
import { Check } from "lucide-react";
import NextLink from "next/link";
import { DropdownMenu as Radix } from "radix-ui";
import type { ReactNode } from "react";
import { cx } from "../cx.ts";
import { Kbd } from "../keys/kbd.tsx";
import { usePortalContainer } from "../portal-container.tsx";
import layoutStyles from "../roles/layout.module.css";
import styles from "./menu.module.css";
import { overlayClass } from "./overlay.ts";
import { returnFocusBy } from "./use-return-focus.ts";

type MenuProps = {
  /** The button that opens it. One element that takes a ref. */
  trigger: ReactNode;
  align?: "start" | "end" | undefined;
  side?: "top" | "bottom" | undefined;
  open?: boolean | undefined;
  onOpenChange?: ((open: boolean) => void) | undefined;
  /** Moves the focus once it has closed. Without it, the focus returns to the button. */
  returnFocus?: (() => void) | undefined;
  children: ReactNode;
};

/** A menu that opens at its trigger. It leaves the rest of the page usable. */
export function Menu(props: MenuProps) {
  const { trigger, align = "start", side = "bottom", open, onOpenChange, returnFocus, children } = props;
  const container = usePortalContainer();
  return (
    <Radix.Root modal={false} {...(open === undefined ? {} : { open })} {...(onOpenChange ? { onOpenChange } : {})}>
      <Radix.Trigger asChild>{trigger}</Radix.Trigger>
      <Radix.Portal container={container}>
        <Radix.Content
          className={overlayClass("list")}
          align={align}
          side={side}
          sideOffset={4}
          collisionPadding={8}
          loop
          onCloseAutoFocus={returnFocusBy(returnFocus)}
        >
          {children}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}

type MenuItemProps = {
  icon?: ReactNode;
  keys?: string | undefined;
  /** Second line in small type. */
  detail?: string | undefined;
  danger?: boolean | undefined;
  disabled?: boolean | undefined;
  onSelect?: (() => void) | undefined;
  /** Makes it a link. */
  href?: string | undefined;
  /** The link is a file to download. */
  download?: boolean | undefined;
  children: ReactNode;
};

/** A command of a menu, or with `href` a link. */
export function MenuItem(props: MenuItemProps) {
  const { icon, keys, detail, danger, disabled = false, onSelect, href, download = false, children } = props;
  const inside = (
    <>
      {icon}
      <span className={layoutStyles.fill}>
        {children}
        {detail ? <small>{detail}</small> : null}
      </span>
      {keys ? (
        <span className={styles.keys}>
          <Kbd keys={keys} />
        </span>
      ) : null}
    </>
  );
  return (
    <Radix.Item
      className={cx(styles.item, danger && styles.danger)}
      disabled={disabled}
      asChild={href !== undefined}
      onSelect={() => onSelect?.()}
    >
      {href === undefined ? (
        inside
      ) : download ? (
        <a href={href} download>
          {inside}
        </a>
      ) : (
        <NextLink href={href}>{inside}</NextLink>
      )}
    </Radix.Item>
  );
}

type MenuChoiceProps = {
  label: string;
  value: string;
  options: readonly { value: string; label: string; icon?: ReactNode }[];
  onChange: (value: string) => void;
};

/** One of several options, with a tick at the chosen one. */
export function MenuChoice({ label, value, options, onChange }: MenuChoiceProps) {
  return (
    <Radix.RadioGroup value={value} onValueChange={onChange} aria-label={label}>
      {options.map((option) => (
        <Radix.RadioItem key={option.value} value={option.value} className={styles.item}>
          {option.icon}
          <span className={layoutStyles.fill}>{option.label}</span>
          <Radix.ItemIndicator asChild>
            <Check size={14} className={styles.tick} />
          </Radix.ItemIndicator>
        </Radix.RadioItem>
      ))}
    </Radix.RadioGroup>
  );
}

/** The heading of a group of commands. */
export function MenuLabel({ children }: { children: ReactNode }) {
  return <Radix.Label className={styles.label}>{children}</Radix.Label>;
}

/** A line between groups of commands. */
export function MenuSeparator() {
  return <Radix.Separator className={styles.separator} />;
}
