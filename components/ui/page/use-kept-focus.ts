"use client";

import { type RefObject, useEffect } from "react";

const CONTROLS = "a[href], button, input, select, textarea";
const LAYERS = "[role=dialog], [role=menu], [role=listbox], [data-radix-popper-content-wrapper]";
/** Notices and steps of a record send the focus to the next one themselves. Rows of a long table come and go by scrolling. */
const OWN_WAY = "[data-leaves], [aria-rowcount]";
/** Time for code that moves the focus itself, and for a list to be read again. */
const WAIT_MS = 150;

/** A control, and the place of its ancestors in their parents, the nearest first. */
interface Place {
  element: HTMLElement;
  text: string | null;
  steps: readonly { parent: Element; at: number }[];
}

/**
 * Keeps the focus in a container. If a change removes the control that has it, such as a button of a row, the same button
 * of the row in its place gets it, otherwise the nearest control.
 */
export function useKeptFocus(container: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const root = container.current;
    if (!root) return;
    let place: Place | null = null;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const check = () => {
      timer = undefined;
      if (place === null || document.activeElement !== document.body) return;
      if (!place.element.isConnected) nearest(place)?.focus({ preventScroll: true });
      else place = null;
    };
    const checkSoon = () => {
      timer ??= setTimeout(check, WAIT_MS);
    };
    const onFocus = ({ target }: FocusEvent) => {
      if (!(target instanceof HTMLElement)) return;
      if (root.contains(target)) place = target.closest(OWN_WAY) ? null : placeOf(target, root);
      else if (!target.closest(LAYERS)) place = null;
    };
    const observer = new MutationObserver(() => {
      if (place && !place.element.isConnected) checkSoon();
    });
    observer.observe(root, { childList: true, subtree: true });
    document.addEventListener("focusin", onFocus);
    document.addEventListener("focusout", checkSoon);
    return () => {
      observer.disconnect();
      clearTimeout(timer);
      document.removeEventListener("focusin", onFocus);
      document.removeEventListener("focusout", checkSoon);
    };
  }, [container]);
}

function placeOf(element: HTMLElement, root: Element): Place {
  const steps: { parent: Element; at: number }[] = [];
  for (let child: Element = element; child !== root && child.parentElement; child = child.parentElement)
    steps.push({ parent: child.parentElement, at: [...child.parentElement.children].indexOf(child) });
  return { element, text: element.textContent, steps };
}

function nearest({ element, text, steps }: Place): HTMLElement | undefined {
  for (const { parent, at } of steps) {
    if (!parent.isConnected) continue;
    const near = [at, at - 1, at + 1]
      .map((one) => parent.children[one])
      .map((child) => (child ? controlsIn(child) : []));
    const same = (isSame: (one: HTMLElement) => boolean) => near.flatMap((controls) => controls.find(isSame) ?? [])[0];
    const isAlike = (one: HTMLElement) => one.className === element.className;
    const found = same((one) => isAlike(one) && one.textContent === text) ?? same(isAlike) ?? near.flat()[0];
    if (found) return found;
  }
}

const controlsIn = (place: Element): HTMLElement[] =>
  [place, ...place.querySelectorAll(CONTROLS)].filter(
    (one): one is HTMLElement => one instanceof HTMLElement && one.matches(CONTROLS) && one.getClientRects().length > 0,
  );
