"use client";

import { Fragment, useEffect, useRef, useSyncExternalStore } from "react";
import { cx } from "#components/ui/cx.ts";
import styles from "./caret-menu.module.css";
import type { MenuStore } from "./menu-store.ts";

/** The menu at the caret: arrows choose, Enter takes, Escape closes. The focus stays in the text. */
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
    <div
      ref={list}
      className={cx("menu pop layer", styles.menu)}
      role="listbox"
      aria-label={open.label}
      style={{ position: "fixed", ...open.at }}
    >
      {open.items.length === 0 ? <p className="ml">No matches</p> : null}
      {open.items.map((item, index) => (
        <Fragment key={item.id}>
          {item.group !== open.items[index - 1]?.group ? <div className="ml">{item.group}</div> : null}
          <button
            type="button"
            role="option"
            aria-selected={index === open.chosen}
            tabIndex={-1}
            className="mi"
            data-highlighted={index === open.chosen ? "" : undefined}
            onMouseDown={(event) => {
              event.preventDefault();
              open.pick(item);
            }}
          >
            <span className="fill">
              {item.label}
              {item.detail ? <small>{item.detail}</small> : null}
            </span>
          </button>
        </Fragment>
      ))}
    </div>
  );
}
