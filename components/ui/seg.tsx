"use client";
import { cx } from "./cx.ts";

type SegProps = {
  label: string;
  value: string;
  options: readonly { value: string; label: string }[];
  onChange: (value: string) => void;
  className?: string | undefined;
};

/** A few ways to look at the same thing; one is pressed. */
export function Seg({ label, value, options, onChange, className }: SegProps) {
  return (
    <fieldset className={cx("seg", className)} aria-label={label}>
      {options.map((option) => (
        <button
          key={option.value}
          type="button"
          aria-pressed={option.value === value}
          onClick={() => onChange(option.value)}
        >
          {option.label}
        </button>
      ))}
    </fieldset>
  );
}
