import { useEffect, useSyncExternalStore } from "react";

let said: string | null = null;
const listeners = new Set<() => void>();

function say(words: string | null): void {
  said = words;
  for (const listener of listeners) listener();
}

/** Describes the selection on the page to the palette, as text, while the caller is mounted. */
export function useSaidSelection(words: string): void {
  useEffect(() => {
    say(words);
    return () => say(null);
  }, [words]);
}

/** Returns what is selected on the page, as text, or null. */
export const useSelectionWords = (): string | null =>
  useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => said,
    () => null,
  );
