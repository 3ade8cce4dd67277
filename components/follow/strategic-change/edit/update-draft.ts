"use client";

import { useSyncExternalStore } from "react";
import { useMe } from "#components/people/me/use-me.ts";
import { noteUnsaved } from "#components/ui/page/use-leave-warning.ts";
import type { ChangeHealth } from "#lib/base/vocabulary/strategic-change.ts";
import type { TypedFigure } from "./figure-field.tsx";

/** An update that isn't sent yet. */
export interface UpdateDraft {
  /** Undefined until someone chooses one. */
  health?: ChangeHealth;
  lines: { because: string; body: string; plans: string; problems: string; help: string };
  figure: TypedFigure;
}

const BLANK: UpdateDraft = {
  lines: { because: "", body: "", plans: "", problems: "", help: "" },
  figure: { text: "", of: null },
};

/** A health alone is chosen again in a moment. */
const isWritten = ({ lines, figure }: UpdateDraft): boolean =>
  [...Object.values(lines), figure.text].some((text) => text.trim() !== "");

/**
 * The updates that aren't sent, each by its change and person, until the tab is closed. Someone who leaves one, such as
 * with the panel of its change, finds it again.
 */
export function createDrafts(note: () => () => void) {
  const texts = new Map<string, UpdateDraft>();
  const warnings = new Map<string, () => void>();
  const listeners = new Set<() => void>();
  return {
    of: (name: string): UpdateDraft => texts.get(name) ?? BLANK,
    isKept: (name: string): boolean => isWritten(texts.get(name) ?? BLANK),
    /** Null drops it, once it is sent or discarded. */
    keep(name: string, draft: UpdateDraft | null): void {
      if (draft) texts.set(name, draft);
      else texts.delete(name);
      const isWarned = warnings.has(name);
      if (draft && isWritten(draft)) {
        if (!isWarned) warnings.set(name, note());
      } else {
        warnings.get(name)?.();
        warnings.delete(name);
      }
      for (const listener of listeners) listener();
    },
    subscribe(listener: () => void) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

const drafts = createDrafts(noteUnsaved);
const useName = (changeKey: string) => `${changeKey} ${useMe()?.id}`;

/** Returns whether this person left an update of a change in this tab. */
export const useIsKept = (changeKey: string): boolean => drafts.isKept(useName(changeKey));

/** The update of a change that this person is writing. */
export function useUpdateDraft(changeKey: string) {
  const name = useName(changeKey);
  const draft = useSyncExternalStore(
    drafts.subscribe,
    () => drafts.of(name),
    () => BLANK,
  );
  return {
    draft,
    write: (change: Partial<UpdateDraft>) => drafts.keep(name, { ...drafts.of(name), ...change }),
    drop: () => drafts.keep(name, null),
  };
}
