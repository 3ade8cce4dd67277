"use client";

import { type KeyboardEvent, type Ref, useState } from "react";

type SavedTextProps = {
  label: string;
  value: string;
  onSave: (text: string) => void;
  /** One line: Enter saves, and it cannot be empty. */
  isLine?: boolean | undefined;
  placeholder?: string | undefined;
  className?: string | undefined;
  maxLength: number;
  readOnly?: boolean | undefined;
  ref?: Ref<HTMLTextAreaElement> | undefined;
};

/** A text that is edited where it stands; leaving it saves, Esc takes it back. */
export function SavedText({
  label,
  value,
  onSave,
  isLine,
  placeholder,
  className,
  maxLength,
  readOnly,
  ref,
}: SavedTextProps) {
  const [typed, setTyped] = useState<string | null>(null);
  const save = () => {
    const text = (typed ?? value).trim();
    setTyped(null);
    if (text !== value && !(isLine && text === "")) onSave(text);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    const saves = event.key === "Enter" && (isLine || event.metaKey || event.ctrlKey);
    if (saves) {
      event.preventDefault();
      event.currentTarget.blur();
    }
    if (event.key === "Escape") {
      event.stopPropagation();
      setTyped(null);
      event.currentTarget.blur();
    }
  };
  return (
    <textarea
      ref={ref}
      className={className}
      aria-label={label}
      rows={isLine ? 1 : 3}
      maxLength={maxLength}
      placeholder={placeholder}
      readOnly={readOnly}
      value={typed ?? value}
      onChange={(event) => setTyped(isLine ? event.target.value.replaceAll("\n", " ") : event.target.value)}
      onBlur={save}
      onKeyDown={onKeyDown}
    />
  );
}
