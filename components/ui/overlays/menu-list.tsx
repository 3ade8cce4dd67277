import type { ComponentProps, ReactNode } from "react";
import layoutStyles from "../roles/layout.module.css";
import styles from "./menu.module.css";
import { overlayClass } from "./overlay.ts";

/** A list that looks like a menu and doesn't take the focus, such as at the caret. */
export function MenuList({ className, ...rest }: ComponentProps<"div">) {
  return <div role="listbox" {...rest} className={overlayClass("list", className)} />;
}

type MenuListItemProps = Omit<ComponentProps<"button">, "className"> & {
  chosen: boolean;
  /** Second line in small type. */
  detail?: string | undefined;
};

/** One option of a list that looks like a menu. */
export function MenuListItem({ chosen, detail, children, ...rest }: MenuListItemProps) {
  return (
    <button
      type="button"
      role="option"
      aria-selected={chosen}
      tabIndex={-1}
      {...rest}
      className={styles.item}
      data-highlighted={chosen ? "" : undefined}
    >
      <span className={layoutStyles.fill}>
        {children}
        {detail ? <small>{detail}</small> : null}
      </span>
    </button>
  );
}

/** The heading of a group of options. */
export function MenuListLabel({ children }: { children: ReactNode }) {
  return <div className={styles.label}>{children}</div>;
}
