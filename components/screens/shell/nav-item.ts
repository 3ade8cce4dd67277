import type { ReactNode } from "react";

/** A section of the product. `key` such as "g i" goes there; the first four with an icon are in the tab bar. */
export type NavItem = {
  readonly href: string;
  readonly label: string;
  readonly key: string;
  readonly icon?: ReactNode;
};

/** An entry of the New or the account menu. */
export type MenuEntry = {
  readonly label: string;
  readonly icon?: ReactNode;
  readonly href?: string | undefined;
  readonly onSelect?: (() => void) | undefined;
  /** Key that does the same from anywhere: "c", "a". */
  readonly keys?: string | undefined;
  /** A line above it. */
  readonly separated?: boolean | undefined;
};

/** The section a path belongs to: the longest address that starts it; "/" only for itself. */
export function currentItem<Item extends { readonly href: string }>(
  items: readonly Item[],
  path: string,
): Item | undefined {
  return items
    .filter((item) => path === item.href || (item.href !== "/" && path.startsWith(`${item.href}/`)))
    .toSorted((a, b) => b.href.length - a.href.length)[0];
}
