"use client";
import { createContext, useContext } from "react";

export type FieldContextValue = {
  readonly id: string;
  readonly describedBy: string | undefined;
  readonly invalid: boolean;
};

export const FieldContext = createContext<FieldContextValue | null>(null);

/** Returns attributes that connect an input to the `Field` around it. Empty outside a field. */
export function useFieldProps(): { id?: string; "aria-describedby"?: string; "aria-invalid"?: true } {
  const field = useContext(FieldContext);
  if (!field) return {};
  return {
    id: field.id,
    ...(field.describedBy ? { "aria-describedby": field.describedBy } : {}),
    ...(field.invalid ? { "aria-invalid": true as const } : {}),
  };
}
