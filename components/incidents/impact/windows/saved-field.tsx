"use client";

import { useEffect, useId, useRef, useState } from "react";
import { cx } from "#components/ui/cx.ts";
import { FieldError } from "#components/ui/fields/field-error.tsx";
import { Input } from "#components/ui/fields/input.tsx";
import { hasUndo, runLastUndo } from "#components/ui/overlays/undo-stack.ts";
import textStyles from "#components/ui/roles/text.module.css";
import type { WindowFields } from "../patch-impact.ts";
import styles from "./window-editor.module.css";

const QUIET_MS = 800;

type SavedFieldProps = {
  label: string;
  value: string;
  placeholder?: string;
  /** Narrow for a figure, wide for text. */
  room?: "narrow" | "whole";
  /** Returns the fields for a text, or why it is invalid. */
  read: (text: string) => WindowFields | string;
  onSave: (fields: WindowFields) => void;
};

/** A field that saves valid text after a pause, with Enter or on leaving. Escape restores the saved value. */
export function SavedField({ label, value, placeholder, room, read, onSave }: SavedFieldProps) {
  const [typed, setTyped] = useState<string | null>(null);
  const timer = useRef<number | undefined>(undefined);
  const latest = useRef({ read, onSave, value });
  useEffect(() => {
    latest.current = { read, onSave, value };
  });
  useEffect(() => () => window.clearTimeout(timer.current), []);
  const id = useId();
  const reading = typed === null || typed === value ? null : read(typed);
  const problem = typeof reading === "string" ? reading : undefined;
  const save = (text: string | null) => {
    window.clearTimeout(timer.current);
    if (text === null || text === latest.current.value) return;
    const fields = latest.current.read(text);
    if (typeof fields !== "string") latest.current.onSave(fields);
  };
  return (
    <div className={cx(styles.field, room === "narrow" && styles.shortField, room === "whole" && styles.whole)}>
      <label htmlFor={id}>{label}</label>
      <Input
        id={id}
        className={room === "whole" ? undefined : textStyles.figure}
        value={typed ?? value}
        placeholder={placeholder}
        autoComplete="off"
        aria-invalid={problem !== undefined || undefined}
        aria-describedby={problem === undefined ? undefined : `${id}-error`}
        onChange={(event) => {
          const text = event.target.value;
          setTyped(text);
          window.clearTimeout(timer.current);
          timer.current = window.setTimeout(() => save(text), QUIET_MS);
        }}
        onKeyDown={(event) => {
          if (event.key === "Enter") save(typed);
          // The typed text is already saved, so the browser would only change the text back.
          const isUndo = event.key.toLowerCase() === "z" && (event.ctrlKey || event.metaKey) && !event.shiftKey;
          if (isUndo && (typed === null || typed === value) && hasUndo()) {
            event.preventDefault();
            setTyped(null);
            runLastUndo();
          }
          if (event.key !== "Escape" || typed === null) return;
          event.stopPropagation();
          window.clearTimeout(timer.current);
          setTyped(null);
        }}
        onBlur={() => {
          save(typed);
          if (problem === undefined) setTyped(null);
        }}
      />
      <FieldError id={`${id}-error`} message={problem} />
    </div>
  );
}
