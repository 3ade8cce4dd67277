"use client";
import type { ComponentProps } from "react";
import { cx } from "./cx.ts";
import { useFieldProps } from "./field-context.tsx";

type InputProps = Omit<ComponentProps<"input">, "size"> & { size?: "md" | "lg" | undefined };

export function Input({ className, size, ...rest }: InputProps) {
  return <input {...useFieldProps()} {...rest} className={cx("in", size === "lg" && "lg", className)} />;
}
