"use client";
import { createContext, type ReactNode, useContext, useMemo } from "react";

interface Kept {
  /** Whether what was typed is being sent. */
  isAway: boolean;
  /** Why it was rejected. */
  refusal: string | null;
}

const KeptContext = createContext<Kept>({ isAway: false, refusal: null });

/** Returns whether the dialog has to be closed for now, and why its text was rejected. */
export const useKept = (): Kept => useContext(KeptContext);

/**
 * Closes the dialog inside at once when it is sent, without losing what was typed into it. If that is rejected, it opens
 * again as it was, with the reason.
 */
export function KeptDialog({ isAway, refusal, children }: Kept & { children: ReactNode }) {
  const kept = useMemo(() => ({ isAway, refusal }), [isAway, refusal]);
  return <KeptContext value={kept}>{children}</KeptContext>;
}
