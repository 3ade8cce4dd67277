"use client";
import { Fragment } from "react";
import { MenuItem, MenuSeparator } from "#components/ui/menu.tsx";
import type { MenuEntry } from "./nav-item.ts";

export function MenuEntries({ items }: { items: readonly MenuEntry[] }) {
  return items.map((item) => (
    <Fragment key={item.label}>
      {item.separated ? <MenuSeparator /> : null}
      <MenuItem icon={item.icon} keys={item.keys} href={item.href} onSelect={item.onSelect}>
        {item.label}
      </MenuItem>
    </Fragment>
  ));
}
