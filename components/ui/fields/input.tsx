"use client";
import type { ClipboardEvent, ComponentProps } from "react";
import { onOneLine } from "#lib/base/text/one-line.ts";
import { cx } from "../cx.ts";
import { useFieldProps } from "./field-context.tsx";
import styles from "./input.module.css";
import { useCutNote } from "./use-cut-note.tsx";

type InputProps = Omit<ComponentProps<"input">, "size"> & { size?: "md" | "lg" | undefined };

/** Pasted tabs and marks that turn text are left out, because they are invisible and the API rejects them. */
function pasteOnOneLine(event: ClipboardEvent<HTMLInputElement>): void {
  const pasted = event.clipboardData.getData("text/plain");
  const line = onOneLine(pasted);
  if (line === pasted || event.currentTarget.type === "password") return;
  event.preventDefault();
  // Text inserted in any other way can't be undone with the keyboard.
  document.execCommand("insertText", false, line);
}

/** An input of one line, labelled and described by the Field around it. */
export function Input({ className, size, ...rest }: InputProps) {
  const [watch, note] = useCutNote(rest.maxLength, rest.value);
  const field = useFieldProps();
  return (
    <>
      <input
        onPaste={(event) => {
          watch(event);
          pasteOnOneLine(event);
        }}
        {...field}
        {...rest}
        className={cx(styles.input, size === "lg" && styles.large, className)}
      />
      {note}
    </>
  );
}
