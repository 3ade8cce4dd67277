"use client";

import { type ComponentProps, type KeyboardEvent, type Ref, useRef, useState } from "react";
import { Textarea } from "#components/ui/fields/textarea.tsx";
import { onOneLine } from "#lib/base/text/one-line.ts";
import styles from "./saved-text.module.css";

type SavedTextProps = {
  label: string;
  value: string;
  /** `original` is the text from before the edit. */
  onSave: (text: string, original: string) => Promise<boolean>;
  /** One line: Enter saves, and it can't be empty. */
  isLine?: boolean | undefined;
  placeholder?: string | undefined;
  maxLength: number;
  readOnly?: boolean | undefined;
  ref?: Ref<HTMLTextAreaElement> | undefined;
};

/** Focuses the panel. Tab continues from there, and J and K move in the list. */
function leave(field: HTMLElement): void {
  field.blur();
  field.closest<HTMLElement>("[tabindex='-1']")?.focus({ preventScroll: true });
}

/** A text edited in place. Leaving it saves, Esc undoes it. Text that couldn't be saved stays, to be saved again. */
export function SavedText({ label, value, onSave, isLine, placeholder, maxLength, readOnly, ref }: SavedTextProps) {
  const [typed, setTyped] = useState<{ text: string; original: string } | null>(null);
  // Esc moves the focus before the text is rendered again, so the typed text would still be saved.
  const isTakenBack = useRef(false);
  const save = async () => {
    setTyped(null);
    if (typed === null || isTakenBack.current) return;
    const text = typed.text.trim();
    // An unchanged text doesn't undo a change by someone else.
    if (text === value || text === typed.original || (isLine && text === "")) return;
    if (!(await onSave(text, typed.original))) setTyped((now) => now ?? typed);
  };
  const type = (text: string) => setTyped({ text, original: typed?.original ?? value });
  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    const saves = event.key === "Enter" && (isLine || event.metaKey || event.ctrlKey);
    if (saves) {
      event.preventDefault();
      leave(event.currentTarget);
    }
    if (event.key === "Escape") {
      event.stopPropagation();
      isTakenBack.current = true;
      leave(event.currentTarget);
      isTakenBack.current = false;
    }
  };
  const field: ComponentProps<"textarea"> = {
    ref,
    "aria-label": label,
    maxLength,
    placeholder,
    readOnly,
    value: typed?.text ?? value,
    onChange: ({ target }) => type(isLine ? onOneLine(target.value) : target.value),
    onBlur: () => void save(),
    onKeyDown,
  };
  return isLine ? (
    <textarea {...field} className={styles.line} rows={1} />
  ) : (
    <Textarea {...field} className={styles.words} rows={3} />
  );
}
