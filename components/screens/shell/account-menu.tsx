"use client";
import { initialsOf } from "#components/ui/avatar.tsx";
import { Menu, MenuLabel, MenuSeparator } from "#components/ui/menu.tsx";
import { useMediaQuery } from "#components/ui/use-media-query.ts";
import { MenuEntries } from "./menu-entries.tsx";
import type { MenuEntry } from "./nav-item.ts";
import { ThemeChoice } from "./theme-switch.tsx";

type AccountMenuProps = { name: string; detail?: string | undefined; items: readonly MenuEntry[] };

/** Who is signed in, and what is theirs; on a phone also the theme, which has no room in the masthead. */
export function AccountMenu({ name, detail, items }: AccountMenuProps) {
  const phone = useMediaQuery("(max-width: 720px)");
  return (
    <Menu
      align="end"
      trigger={
        <button type="button" className="av l" aria-label={`${name}, account`}>
          {initialsOf(name)}
        </button>
      }
    >
      <MenuLabel>
        <b className="med">{name}</b>
        {detail ? <span className="acc-d">{detail}</span> : null}
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
