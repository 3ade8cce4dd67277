import { useEffect } from "react";

const unsaved = new Set<symbol>();

/** Whether some part of this page would lose something if it were left. */
export const isAnythingUnsaved = (): boolean => unsaved.size > 0;

/** The browser asks before it reloads or closes a page on which something would be lost. */
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
