"use client";
import { Plus } from "lucide-react";
import { Button } from "#components/ui/button.tsx";
import { Menu } from "#components/ui/menu.tsx";
import { MenuEntries } from "./menu-entries.tsx";
import type { MenuEntry } from "./nav-item.ts";

export function NewMenu({ items }: { items: readonly MenuEntry[] }) {
  return (
    <Menu
      align="end"
      trigger={
        <Button className="new" aria-label="New" icon={<Plus className="i s" />}>
          <span>New</span>
        </Button>
      }
    >
      <MenuEntries items={items} />
    </Menu>
  );
}
