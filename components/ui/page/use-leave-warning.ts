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

/** Makes the browser ask before it reloads or closes a page with unsaved content. */
export function useLeaveWarning(isUnsaved: boolean): void {
  useEffect(() => {
    if (!isUnsaved) return;
    const part = Symbol("unsaved");
    unsaved.add(part);
    window.addEventListener("beforeunload", warnOfLoss);
    return () => {
      unsaved.delete(part);
      window.removeEventListener("beforeunload", warnOfLoss);
    };
  }, [isUnsaved]);
}
