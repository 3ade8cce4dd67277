"use client";

import { type ClipboardEvent, type ReactNode, useState } from "react";
import { FieldHint } from "./field.tsx";

/**
 * Returns a handler of pastes, and a line to show while a paste that was longer than its field is in there: the browser
 * drops the rest without a word.
 */
export function useCutNote(maxLength: number | undefined, value: unknown): [(event: Paste) => void, ReactNode] {
  const [isCut, setCut] = useState(false);
  const most = maxLength ?? Number.POSITIVE_INFINITY;
  const watch = ({ clipboardData, currentTarget }: Paste) => {
    const { value: text, selectionStart, selectionEnd } = currentTarget;
    const kept = text.length - ((selectionEnd ?? 0) - (selectionStart ?? 0));
    setCut(kept + clipboardData.getData("text/plain").length > most);
  };
  const isShown = isCut && String(value ?? "").length >= most;
  const note = isShown ? (
    <div role="status">
      <FieldHint>
        The end of the paste is missing: this field takes up to {most.toLocaleString("en")} characters.
      </FieldHint>
    </div>
  ) : null;
  return [watch, note];
}

type Paste = ClipboardEvent<HTMLInputElement | HTMLTextAreaElement>;
