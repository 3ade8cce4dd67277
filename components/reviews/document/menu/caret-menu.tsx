"use client";

import { Fragment, useEffect, useRef, useSyncExternalStore } from "react";
import { MenuList, MenuListItem, MenuListLabel } from "#components/ui/overlays/menu-list.tsx";
import styles from "./caret-menu.module.css";
import type { MenuStore } from "./menu-store.ts";

/** The menu at the caret: arrows choose, Enter inserts, Escape closes. The focus stays in the text. */
export function CaretMenu({ store }: { store: MenuStore }) {
  const open = useSyncExternalStore(store.subscribe, store.get, () => null);
  const list = useRef<HTMLDivElement>(null);
  const chosen = open?.chosen;
  useEffect(() => {
    if (chosen !== undefined)
      list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: "nearest" });
  }, [chosen]);
  if (!open) return null;
  return (
    <MenuList ref={list} className={styles.menu} aria-label={open.label} style={{ position: "fixed", ...open.at }}>
      {open.items.length === 0 ? <MenuListLabel>No matches</MenuListLabel> : null}
      {open.items.map((item, index) => (
        <Fragment key={item.id}>
          {item.group !== open.items[index - 1]?.group ? <MenuListLabel>{item.group}</MenuListLabel> : null}
          <MenuListItem
            chosen={index === open.chosen}
            detail={item.detail}
            onMouseDown={(event) => {
              event.preventDefault();
              open.pick(item);
            }}
          >
            {item.label}
          </MenuListItem>
        </Fragment>
      ))}
    </MenuList>
  );
}
