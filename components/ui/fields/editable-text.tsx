"use client";
import { type KeyboardEvent, useId, useRef, useState } from "react";
import { cx } from "../cx.ts";
import layoutStyles from "../roles/layout.module.css";
import textStyles from "../roles/text.module.css";
import styles from "./editable-text.module.css";
import { FieldError } from "./field-error.tsx";
import { Input } from "./input.tsx";
import { ValueButton } from "./value-button.tsx";

type EditableTextProps = {
  /** Accessible name: "Name of Checkout". */
  label: string;
  value: string;
  /** Shown instead of the value, such as "99.80%". */
  shown?: string | undefined;
  placeholder?: string | undefined;
  onSave: (value: string) => void;
  maxLength?: number | undefined;
  /** Returns why this text is invalid, or null. */
  check?: ((value: string) => string | null) | undefined;
  className?: string | undefined;
  inputMode?: "text" | "decimal" | undefined;
  /** Right-aligned in its cell, for a figure. */
  right?: boolean | undefined;
};

// One function for every render: called with the input when it appears, and not again.
const focusOnMount = (input: HTMLInputElement | null) => input?.focus();

/** A value that is edited in place: Enter or leaving saves, Esc undoes it. */
export function EditableText(props: EditableTextProps) {
  const {
    label,
    value,
    shown = value,
    placeholder = "Add",
    onSave,
    maxLength,
    check,
    className,
    inputMode,
    right,
  } = props;
  const [typed, setTyped] = useState<string | null>(null);
  const button = useRef<HTMLButtonElement>(null);
  const errorId = useId();
  const refusal = typed === null ? null : (check?.(typed.trim()) ?? null);

  const close = () => {
    setTyped(null);
    requestAnimationFrame(() => button.current?.focus());
  };
  const save = () => {
    if (typed === null || refusal !== null) return;
    if (typed.trim() !== value) onSave(typed.trim());
    setTyped(null);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "Enter" && refusal === null) {
      save();
      close();
    }
    if (event.key === "Escape") {
      event.stopPropagation();
      close();
    }
  };
  if (typed === null) {
    return (
      <ValueButton
        ref={button}
        className={cx(styles.button, className)}
        data-right={right || undefined}
        aria-label={`${label}: ${shown || placeholder}, edit`}
        onClick={() => setTyped(value)}
      >
        <span className={cx(styles.text, shown === "" && textStyles.muted)}>{shown || placeholder}</span>
      </ValueButton>
    );
  }
  return (
    <span className={cx(layoutStyles.tighterStack, styles.editor)} data-right={right || undefined}>
      <Input
        className={className}
        aria-label={label}
        aria-invalid={refusal ? true : undefined}
        aria-describedby={refusal ? errorId : undefined}
        inputMode={inputMode}
        maxLength={maxLength}
        ref={focusOnMount}
        value={typed}
        onFocus={(event) => event.target.select()}
        onChange={(event) => setTyped(event.target.value)}
        onBlur={() => (refusal === null ? save() : setTyped(null))}
        onKeyDown={onKeyDown}
      />
      <FieldError id={errorId} message={refusal ?? undefined} />
    </span>
  );
}
