"use client";
import type { ComponentProps } from "react";
import { cx } from "../cx.ts";
import styles from "./seg.module.css";

type SegProps = {
  label: string;
  value: string;
  options: readonly { value: string; label: string }[];
  onChange: (value: string) => void;
  className?: string | undefined;
};

/** Several views of the same thing, one of which is pressed. */
export function Seg({ label, value, options, onChange, className }: SegProps) {
  return (
    <SegFrame className={className} aria-label={label}>
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
    </SegFrame>
  );
}

/** The frame around a group of buttons, for those that `Seg` can't have. */
export function SegFrame({ className, ...rest }: ComponentProps<"fieldset">) {
  return <fieldset {...rest} className={cx(styles.segments, className)} />;
}
