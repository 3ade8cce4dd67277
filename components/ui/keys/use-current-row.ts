"use client";
import { type FocusEvent, type RefObject, useEffect } from "react";
import { followRow } from "./follow-row.ts";

/** Keeps the current row in view, and the focus in it. `current`: its index or id, -1 or null for none. */
export function useCurrentRow(list: RefObject<HTMLElement | null>, current: number | string | null): void {
  useEffect(() => {
    if (current === null || current === -1) return;
    list.current?.querySelector("[aria-current=true]")?.scrollIntoView({ block: "nearest" });
    followRow(list.current);
  }, [list, current]);
}

/** Makes the row current whose control gets the focus, so keys act on what the reader sees focused. */
export const rowFocused =
  (onRow: (key: string) => void) =>
  ({ target }: FocusEvent<HTMLElement>): void => {
    const key = target.closest<HTMLElement>("[data-key]")?.dataset.key;
    if (key) onRow(key);
  };
