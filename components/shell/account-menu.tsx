"use client";
import { initialsOf } from "#components/ui/avatar.tsx";
import { Menu, MenuLabel } from "#components/ui/menu.tsx";
import { MenuEntries } from "./menu-entries.tsx";
import type { MenuEntry } from "./nav-item.ts";

type AccountMenuProps = { name: string; detail?: string | undefined; items: readonly MenuEntry[] };

/** Who is signed in, and what is theirs. */
export function AccountMenu({ name, detail, items }: AccountMenuProps) {
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
    </Menu>
  );
}
