"use client";
import type { ComponentProps } from "react";
import { cx } from "../cx.ts";
import { useFieldProps } from "./field-context.tsx";
import styles from "./input.module.css";
import { useCutNote } from "./use-cut-note.tsx";

type TextareaProps = ComponentProps<"textarea"> & {
  /** Uses the reading font, for text that ends up in a document. */
  reading?: boolean | undefined;
};

/** Grows with its text. */
export function Textarea({ className, reading, ...rest }: TextareaProps) {
  const [watch, note] = useCutNote(rest.maxLength, rest.value);
  const field = useFieldProps();
  return (
    <>
      <textarea
        onPaste={watch}
        {...field}
        {...rest}
        className={cx(styles.input, reading && styles.reading, className)}
      />
      {note}
    </>
  );
}
