"use client";
import NextLink from "next/link";
import { usePathname } from "next/navigation";
import { Therefore } from "#components/ui/marks/therefore.tsx";
import { AccountMenu } from "./account-menu.tsx";
import { InboxButton } from "./inbox-button.tsx";
import { JumpButton } from "./jump-button.tsx";
import { currentItem, type MenuEntry, type NavItem } from "./nav-item.ts";
import { NewMenu } from "./new-menu.tsx";
import { ThemeSwitch } from "./theme-switch.tsx";

export type MastheadProps = {
  items: readonly NavItem[];
  newItems: readonly MenuEntry[];
  /** Opens the palette; the field is left out without it. */
  onJump?: (() => void) | undefined;
  inbox?: { href: string; unread: number } | undefined;
  account: { name: string; detail?: string | undefined; items: readonly MenuEntry[] };
};

/** A newspaper rule that the current section sits on. */
export function Masthead({ items, newItems, onJump, inbox, account }: MastheadProps) {
  const current = currentItem(items, usePathname());
  return (
    <header className="mast">
      <NextLink className="brand" href="/" aria-label="Afterword, my work">
        <Therefore className={undefined} />
        <span>Afterword</span>
      </NextLink>
      <nav aria-label="Main">
        {items.map((item) => (
          <NextLink key={item.href} href={item.href} aria-current={item === current ? "page" : undefined}>
            {item.label}
          </NextLink>
        ))}
      </nav>
      <div className="tools">
        {onJump ? <JumpButton onPress={onJump} /> : null}
        {newItems.length > 0 ? <NewMenu items={newItems} /> : null}
        {inbox ? <InboxButton {...inbox} /> : null}
        <ThemeSwitch />
        <AccountMenu {...account} />
      </div>
    </header>
  );
}
