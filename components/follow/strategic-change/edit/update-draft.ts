"use client";

import { useMe } from "#components/people/me/use-me.ts";
import { createDrafts, useKeptDraft } from "#components/ui/page/kept-drafts.ts";
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

/** The updates that aren't sent, each by its change and person. */
export const UPDATES = { blank: BLANK, isWritten };
const drafts = createDrafts(UPDATES);
const useName = (changeKey: string) => `${changeKey} ${useMe()?.id}`;

/**
 * Returns what was written into an update after it was sent: the letters after a sent line, or the line if it was changed
 * in another way. Null if nothing was.
 */
export function writtenAfter(sent: UpdateDraft, now: UpdateDraft): UpdateDraft | null {
  const rest = (name: keyof UpdateDraft["lines"]) => {
    const [before, after] = [sent.lines[name], now.lines[name]];
    return after.startsWith(before) ? after.slice(before.length).trimStart() : after;
  };
  const lines = {
    ...{ because: rest("because"), body: rest("body"), plans: rest("plans") },
    ...{ problems: rest("problems"), help: rest("help") },
  };
  const figure = now.figure.text === sent.figure.text ? BLANK.figure : now.figure;
  const left = { ...now, lines, figure };
  return isWritten(left) ? left : null;
}

/** Returns whether this person left an update of a change in this tab. */
export const useIsKept = (changeKey: string): boolean => drafts.isKept(useName(changeKey));

/** The update of a change that this person is writing. */
export function useUpdateDraft(changeKey: string) {
  const name = useName(changeKey);
  const { set: write, ...kept } = useKeptDraft(drafts, name);
  return {
    ...kept,
    write,
    /** Drops what was sent. Returns whether nothing is left. */
    dropSent: (sent: UpdateDraft) => {
      const left = writtenAfter(sent, drafts.of(name));
      drafts.keep(name, left);
      return left === null;
    },
  };
}
