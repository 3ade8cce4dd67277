import { useEffect } from "react";

const unsaved = new Set<symbol>();

/** Returns whether some part of this page would lose something if it were left. */
export const isAnythingUnsaved = (): boolean => unsaved.size > 0;

/** Makes the browser ask before it reloads or closes a page with unsaved content. */
export function useLeaveWarning(isUnsaved: boolean): void {
  useEffect(() => {
    if (!isUnsaved) return;
    const part = Symbol("unsaved");
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    unsaved.add(part);
    window.addEventListener("beforeunload", warn);
    return () => {
      unsaved.delete(part);
      window.removeEventListener("beforeunload", warn);
    };
  }, [isUnsaved]);
}
