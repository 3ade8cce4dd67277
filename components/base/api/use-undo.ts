"use client";

import { useCallback, useEffect, useRef } from "react";
import { newId } from "#components/ui/new-id.ts";
import { closeToastOf } from "#components/ui/overlays/toast.tsx";
import { forgetUndo, offerUndo } from "#components/ui/overlays/undo-stack.ts";

/**
 * Registers undo steps for "undo last change" while this page is open. Returns a function that undoes that one change,
 * once, for a separate button.
 */
export function useUndo(): (undo: () => void) => () => void {
  const open = useRef(new Set<string>());
  useEffect(() => {
    const offered = open.current;
    return () => {
      for (const id of offered) forgetUndo(id);
      offered.clear();
    };
  }, []);
  return useCallback((undo) => {
    const id = newId();
    const run = () => {
      if (!open.current.delete(id)) return;
      forgetUndo(id);
      closeToastOf(run);
      undo();
    };
    open.current.add(id);
    offerUndo(id, run);
    return run;
  }, []);
}
