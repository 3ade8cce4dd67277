"use client";
import { useKeys } from "./use-keys.ts";

type ListKeys = {
  /** Index of the current row, or -1. */
  readonly current: number;
  readonly count: number;
  readonly onMove: (index: number) => void;
  readonly onOpen?: ((index: number) => void) | undefined;
  readonly onPeek?: ((index: number) => void) | undefined;
  readonly onToggle?: ((index: number) => void) | undefined;
  readonly onExtend?: ((index: number) => void) | undefined;
};

const GROUP = "List";
const CONTROL = "a,button,summary,input,[role=button],[role=tab]";

/** Enter, Space and arrows belong to a focused control before they belong to the list. */
const notOnControl = (event: KeyboardEvent) => !(event.target instanceof Element && event.target.closest(CONTROL));

const isIn = (selector: string) => (event: KeyboardEvent) =>
  event.target instanceof Element && event.target.closest(selector) !== null;
/** The control that opens a row has only that use, so the arrows are free for the list. */
const isOnRow = isIn("[data-row]");
/** A link has no default action for Space. */
const maySpace = (event: KeyboardEvent) => notOnControl(event) || isIn("a[data-row]")(event);

/** J K and arrows move, Enter opens, Space peeks, X selects, Shift and arrows extend the selection. */
export function useListKeys(list: ListKeys): void {
  const step = (by: number) => Math.min(list.count - 1, Math.max(0, list.current + by));
  const move = (by: number) => () => list.count > 0 && list.onMove(step(by));
  const extend = (by: number) => () => {
    if (list.count === 0) return;
    list.onMove(step(by));
    list.onExtend?.(step(by));
  };
  const at = (act: ((index: number) => void) | undefined) => () => list.current >= 0 && act?.(list.current);
  const hasRows = (event: KeyboardEvent) => list.count > 0 && (notOnControl(event) || isOnRow(event));
  useKeys([
    { keys: "j", label: "Next row", group: GROUP, run: move(1) },
    { keys: "k", label: "Previous row", group: GROUP, run: move(-1) },
    { keys: "ArrowDown", label: "Next row", group: GROUP, run: move(1), when: hasRows, unlisted: true },
    { keys: "ArrowUp", label: "Previous row", group: GROUP, run: move(-1), when: hasRows, unlisted: true },
    ...(list.onPeek
      ? [{ keys: "Space", label: "Peek at the row", group: GROUP, run: at(list.onPeek), when: maySpace }]
      : []),
    ...(list.onOpen
      ? [{ keys: "Enter", label: "Open the row", group: GROUP, run: at(list.onOpen), when: notOnControl }]
      : []),
    ...(list.onToggle ? [{ keys: "x", label: "Select the row", group: GROUP, run: at(list.onToggle) }] : []),
    ...(list.onExtend
      ? [
          { keys: "shift+ArrowDown", label: "Extend the selection down", group: GROUP, run: extend(1) },
          { keys: "shift+ArrowUp", label: "Extend the selection up", group: GROUP, run: extend(-1) },
        ]
      : []),
  ]);
}
