"use client";
import { Inbox, Plus, Search } from "lucide-react";
import NextLink from "next/link";
import { usePathname } from "next/navigation";
import { Fragment } from "react";
import { Button } from "#components/ui/button.tsx";
import { IconLink } from "#components/ui/icon-button.tsx";
import { ariaKeysOf } from "#components/ui/keys/format-keys.ts";
import { Kbd } from "#components/ui/keys/kbd.tsx";
import { AvatarButton } from "#components/ui/labels/avatar.tsx";
import { Brand } from "#components/ui/marks/brand.tsx";
import { Menu, MenuItem, MenuLabel, MenuSeparator } from "#components/ui/overlays/menu.tsx";
import { useShownSection } from "#components/ui/page/shown-section.tsx";
import layoutStyles from "#components/ui/roles/layout.module.css";
import textStyles from "#components/ui/roles/text.module.css";
import { useMediaQuery } from "#components/ui/use-media-query.ts";
import styles from "./masthead.module.css";
import { currentItem, type MenuEntry, type NavItem } from "./nav-item.ts";
import { ThemeChoice, ThemeSwitch } from "./theme-switch.tsx";

function MenuEntries({ items }: { items: readonly MenuEntry[] }) {
  return items.map((item) => (
    <Fragment key={item.label}>
      {item.separated ? <MenuSeparator /> : null}
      <MenuItem icon={item.icon} keys={item.keys} href={item.href} onSelect={item.onSelect}>
        {item.label}
      </MenuItem>
    </Fragment>
  ));
}

function NewMenu({ items }: { items: readonly MenuEntry[] }) {
  return (
    <Menu
      align="end"
      trigger={
        <Button aria-label="New" icon={<Plus size={14} />}>
          <span className={textStyles.wideOnly}>New</span>
        </Button>
      }
    >
      <MenuEntries items={items} />
    </Menu>
  );
}

/** Looks like a field and opens the palette. An icon on a narrow screen. */
function JumpButton({ onPress }: { onPress: () => void }) {
  return (
    <button
      type="button"
      className={styles.jump}
      aria-label="Search or jump"
      aria-keyshortcuts={ariaKeysOf("mod+K")}
      onClick={onPress}
    >
      <Search size={14} />
      <span>Search or jump</span>
      <Kbd keys="mod+k" />
    </button>
  );
}

/** Links to the inbox, with a dot and an accessible count of unread notifications. */
function InboxButton({ href, unread }: { href: string; unread: number }) {
  const label = unread > 0 ? `Inbox, ${unread} unread` : "Inbox";
  return <IconLink label={label} icon={<Inbox />} href={href} dot={unread > 0} />;
}

type AccountMenuProps = { name: string; detail?: string | undefined; items: readonly MenuEntry[] };

/** The signed-in person's menu. On a phone it includes the theme, which has no room in the masthead. */
function AccountMenu({ name, detail, items }: AccountMenuProps) {
  const phone = useMediaQuery("(max-width: 720px)");
  return (
    <Menu align="end" trigger={<AvatarButton name={name} aria-label={`${name}, account`} />}>
      <MenuLabel>
        <b className={textStyles.emphasis}>{name}</b>
        {detail ? <span className={layoutStyles.ownLine}>{detail}</span> : null}
      </MenuLabel>
      <MenuEntries items={items} />
      {phone ? (
        <>
          <MenuSeparator />
          <ThemeChoice />
        </>
      ) : null}
    </Menu>
  );
}

export type MastheadProps = {
  items: readonly NavItem[];
  newItems: readonly MenuEntry[];
  /** Opens the palette. Without it there is no search field. */
  onJump?: (() => void) | undefined;
  inbox?: { href: string; unread: number } | undefined;
  account: { name: string; detail?: string | undefined; items: readonly MenuEntry[] };
  /** Shows it within a page, as the styleguide does: not sticky, and it wraps. */
  framed?: boolean | undefined;
};

/** A rule as in a newspaper, with the current section on it. */
export function Masthead({ items, newItems, onJump, inbox, account, framed }: MastheadProps) {
  const path = usePathname();
  const current = currentItem(items, useShownSection() ?? path);
  return (
    <header className={styles.masthead} data-framed={framed || undefined}>
      <NextLink className={styles.home} href="/" aria-label="Afterword, my work">
        <Brand />
      </NextLink>
      <nav className={styles.sections} aria-label="Main">
        {items.map((item) => (
          <NextLink key={item.href} href={item.href} aria-current={item === current ? "page" : undefined}>
            {item.label}
          </NextLink>
        ))}
      </nav>
      <div className={styles.tools}>
        {onJump ? <JumpButton onPress={onJump} /> : null}
        {newItems.length > 0 ? <NewMenu items={newItems} /> : null}
        {inbox ? <InboxButton {...inbox} /> : null}
        <ThemeSwitch />
        <AccountMenu {...account} />
      </div>
    </header>
  );
}
