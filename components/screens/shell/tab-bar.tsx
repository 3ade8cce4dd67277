"use client";
import { Ellipsis } from "lucide-react";
import NextLink from "next/link";
import { usePathname } from "next/navigation";
import { Menu, MenuItem } from "#components/ui/overlays/menu.tsx";
import { useShownSection } from "#components/ui/page/shown-section.tsx";
import { currentItem, type NavItem } from "./nav-item.ts";
import styles from "./tab-bar.module.css";

const SHOWN = 4;

type TabBarProps = {
  items: readonly NavItem[];
  /** Shows it within a page, at any width. */
  framed?: boolean | undefined;
};

/** Four sections at the bottom of a phone, and the rest under More. */
export function TabBar({ items, framed }: TabBarProps) {
  const path = usePathname();
  const current = currentItem(items, useShownSection() ?? path);
  const shown = items.filter((item) => item.icon).slice(0, SHOWN);
  const rest = items.filter((item) => !shown.includes(item));
  return (
    <nav className={styles.bar} data-framed={framed || undefined} aria-label="Sections">
      {shown.map((item) => (
        <NextLink key={item.href} href={item.href} aria-current={item === current ? "page" : undefined}>
          {item.icon}
          {item.label}
        </NextLink>
      ))}
      {rest.length > 0 ? (
        <Menu
          align="end"
          side="top"
          trigger={
            <button type="button" aria-current={current && rest.includes(current) ? "true" : undefined}>
              <Ellipsis />
              More
            </button>
          }
        >
          {rest.map((item) => (
            <MenuItem key={item.href} href={item.href} icon={item.icon}>
              {item.label}
            </MenuItem>
          ))}
        </Menu>
      ) : null}
    </nav>
  );
}
