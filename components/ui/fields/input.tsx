"use client";
import type { ComponentProps } from "react";
import { cx } from "../cx.ts";
import { useFieldProps } from "./field-context.tsx";
import styles from "./input.module.css";

type InputProps = Omit<ComponentProps<"input">, "size"> & { size?: "md" | "lg" | undefined };

export function Input({ className, size, ...rest }: InputProps) {
  return (
    <input {...useFieldProps()} {...rest} className={cx(styles.input, size === "lg" && styles.large, className)} />
  );
}
