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

/** A few ways to look at the same thing; one is pressed. */
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

/** The frame around buttons that belong together, for those that `Seg` can't have. */
export function SegFrame({ className, ...rest }: ComponentProps<"fieldset">) {
  return <fieldset {...rest} className={cx(styles.seg, className)} />;
}
