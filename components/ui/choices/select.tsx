"use client";
import { ChevronDown } from "lucide-react";
import type { ComponentProps } from "react";
import { cx } from "../cx.ts";
import { useFieldProps } from "../fields/field-context.tsx";
import input from "../fields/input.module.css";
import styles from "./select.module.css";

type SelectProps = ComponentProps<"select"> & {
  options: readonly { value: string; label: string; disabled?: boolean | undefined }[];
  /** First entry for "nothing chosen yet". */
  placeholder?: string | undefined;
};

/** The browser's own list, styled as a field, for short lists without a filter. */
export function Select({ options, placeholder, className, ...rest }: SelectProps) {
  return (
    <span className={styles.select}>
      <select {...useFieldProps()} {...rest} className={cx(input.input, className)}>
        {placeholder === undefined ? null : <option value="">{placeholder}</option>}
        {options.map((option) => (
          <option key={option.value} value={option.value} disabled={option.disabled}>
            {option.label}
          </option>
        ))}
      </select>
      <ChevronDown size={14} />
    </span>
  );
}
