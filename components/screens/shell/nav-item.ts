import type { ReactNode } from "react";

/** A section of the product. Its `key`, such as "g i", opens it. The first four with an icon are in the tab bar. */
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
  /** Key with the same effect anywhere: "c", "a". */
  readonly keys?: string | undefined;
  /** Has a separator above. */
  readonly separated?: boolean | undefined;
};

/** Returns the section of a path: the longest URL that it starts with. "/" only matches itself. */
export function currentItem<Item extends { readonly href: string }>(
  items: readonly Item[],
  path: string,
): Item | undefined {
  return items
    .filter((item) => path === item.href || (item.href !== "/" && path.startsWith(`${item.href}/`)))
    .toSorted((a, b) => b.href.length - a.href.length)[0];
}
