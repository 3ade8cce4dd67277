import { useEffect } from "react";

const unsaved = new Set<symbol>();

/** Returns whether some part of this page would lose something if it were left. */
export const isAnythingUnsaved = (): boolean => unsaved.size > 0;

let isLossAccepted = false;

/** Turns the warnings off, because the person has already agreed to lose what isn't saved. */
export function acceptLoss(): void {
  isLossAccepted = true;
}

/** Makes the browser ask before it leaves the page. */
export function warnOfLoss(event: BeforeUnloadEvent): void {
  if (!isLossAccepted) event.preventDefault();
}

const ask = (event: BeforeUnloadEvent) => {
  if (isAnythingUnsaved()) warnOfLoss(event);
};

/** A text is unsaved and saved again with each letter, and a change of this listener takes longer than the letter. */
const REST_MS = 2000;
let isListening = false;
let resting: ReturnType<typeof setTimeout> | undefined;

function listen(): void {
  clearTimeout(resting);
  if (isListening) return;
  isListening = true;
  window.addEventListener("beforeunload", ask);
}

function rest(): void {
  clearTimeout(resting);
  if (isAnythingUnsaved()) return;
  resting = setTimeout(() => {
    isListening = false;
    window.removeEventListener("beforeunload", ask);
  }, REST_MS);
}

/** Makes the browser ask before it leaves the page, until the function that it returns is called. */
export function noteUnsaved(): () => void {
  const part = Symbol("unsaved");
  unsaved.add(part);
  listen();
  return () => {
    unsaved.delete(part);
    rest();
  };
}

/** Makes the browser ask before it reloads or closes a page with unsaved content. */
export function useLeaveWarning(isUnsaved: boolean): void {
  useEffect(() => (isUnsaved ? noteUnsaved() : undefined), [isUnsaved]);
}
