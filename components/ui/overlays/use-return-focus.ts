"use client";
import { useLayoutEffect, useRef } from "react";
import { currentRow } from "../keys/follow-row.ts";

type ReturnFocus = { onOpenAutoFocus: (event: Event) => void; onCloseAutoFocus: (event: Event) => void };
type StartsAt = "first control" | "panel";

/** The opener of a dialog that closes now. One that opens in its place, such as the next step, takes it over. */
let leftOpener: HTMLElement | null = null;

/**
 * Handlers for a dialog without its own trigger: the focus returns to the element that had it. A panel over a list
 * returns it to the current row, which may have changed.
 */
export function useReturnFocus(isOpen: boolean, startsAt: StartsAt = "first control"): ReturnFocus {
  const opener = useRef<HTMLElement | null>(null);
  useLayoutEffect(() => {
    if (!isOpen) return;
    const { activeElement } = document;
    const before = lastingOpener(activeElement === document.body ? leftOpener : activeElement);
    // A plain focus would move the caret of a text to its start. Its editor has to return there.
    opener.current = before?.isContentEditable ? null : before;
    return () => {
      leftOpener = opener.current;
      setTimeout(() => {
        leftOpener = null;
      });
    };
  }, [isOpen]);
  return {
    onOpenAutoFocus: (event) => {
      // A field with autoFocus has taken the focus by now.
      const { activeElement } = document;
      const isInside = event.target instanceof Node && event.target.contains(activeElement);
      if (!isInside && activeElement !== document.body) opener.current = lastingOpener(activeElement);
      if (startsAt === "first control" || !(event.target instanceof HTMLElement)) return;
      event.preventDefault();
      event.target.focus();
    },
    onCloseAutoFocus: returnFocusBy(() => returnTo(opener.current, startsAt)),
  };
}

/** Returns where the focus goes when a dialog or a panel closes. */
export function returnTo(opener: Element | null, startsAt: StartsAt): void {
  const row = startsAt === "panel" ? (currentRow(document) ?? firstRowIn(opener)) : null;
  if (row) row.focus({ preventScroll: true });
  else if (opener instanceof HTMLElement) opener.focus();
}

/** If the opener was in a row that is gone, its list has others. */
const firstRowIn = (opener: Element | null): HTMLElement | null =>
  opener?.isConnected === false ? document.querySelector<HTMLElement>("[data-row]") : null;

/**
 * The `onCloseAutoFocus` of what closes: the focus returns by `giveBack`, without it to the trigger. It comes a moment
 * after the closing. If a key or a click has moved the focus by then, it stays there.
 */
export const returnFocusBy =
  (giveBack?: () => void) =>
  (event: Event): void => {
    const { activeElement } = document;
    const closing = event.target;
    const movedOn = activeElement !== document.body && !(closing instanceof Node && closing.contains(activeElement));
    if (movedOn || giveBack) event.preventDefault();
    if (!movedOn) giveBack?.();
  };

/** A menu item is gone when the dialog closes, but the button of its menu remains. */
function lastingOpener(element: Element | null): HTMLElement | null {
  const menu = element?.closest("[role=menu]");
  const trigger = menu ? document.getElementById(menu.getAttribute("aria-labelledby") ?? "") : element;
  return trigger instanceof HTMLElement ? trigger : null;
}
