"use client";

import { useSyncExternalStore } from "react";
import { noteUnsaved } from "./use-leave-warning.ts";

/** Input that isn't sent yet, by name. */
export interface Drafts<Draft> {
  /** Returns a draft, otherwise a blank one. */
  of: (name: string) => Draft;
  /** Returns whether a draft has something to lose. */
  isKept: (name: string) => boolean;
  /** Null drops it, once it is sent or discarded. */
  keep: (name: string, draft: Draft | null) => void;
  /** Another number after each change. */
  changes: () => number;
  subscribe: (listener: () => void) => () => void;
}

interface Kind<Draft> {
  blank: Draft;
  /** Whether a draft has something to lose. Then the browser asks before it leaves the page. */
  isWritten: (draft: Draft) => boolean;
  note?: () => () => void;
}

/**
 * Keeps drafts until the tab is closed. Someone who leaves one, such as with the panel of its record, finds it again.
 */
export function createDrafts<Draft>({ blank, isWritten, note = noteUnsaved }: Kind<Draft>): Drafts<Draft> {
  const drafts = new Map<string, Draft>();
  const warnings = new Map<string, () => void>();
  const listeners = new Set<() => void>();
  let changes = 0;
  return {
    of: (name) => drafts.get(name) ?? blank,
    isKept: (name) => isWritten(drafts.get(name) ?? blank),
    keep(name, draft) {
      if (draft) drafts.set(name, draft);
      else drafts.delete(name);
      const isWarned = warnings.has(name);
      if (draft && isWritten(draft)) {
        if (!isWarned) warnings.set(name, note());
      } else {
        warnings.get(name)?.();
        warnings.delete(name);
      }
      changes += 1;
      for (const listener of listeners) listener();
    },
    changes: () => changes,
    subscribe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}

/** Renders again after each change of one of the drafts. */
export function useDrafts<Draft>(drafts: Drafts<Draft>): Drafts<Draft> {
  useSyncExternalStore(drafts.subscribe, drafts.changes, () => 0);
  return drafts;
}

/** One of the drafts, to show, change and drop. */
export function useKeptDraft<Draft extends object>(drafts: Drafts<Draft>, name: string) {
  return {
    draft: useDrafts(drafts).of(name),
    set: (change: Partial<Draft>) => drafts.keep(name, { ...drafts.of(name), ...change }),
    drop: () => drafts.keep(name, null),
  };
}
