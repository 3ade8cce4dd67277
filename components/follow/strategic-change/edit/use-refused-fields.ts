"use client";

import { useState } from "react";
import { placeRefusal } from "#components/base/api/place-refusal.ts";
import { focusFirstError } from "#components/ui/fields/focus-first-error.ts";

/**
 * The server's errors for the fields of a form, by the names that it has for them. `place` shows them, focuses the first,
 * and returns whether there is any. `clear` before the form is sent again.
 */
export function useRefusedFields<Name extends string>(names: readonly Name[]) {
  const [refused, setRefused] = useState<Partial<Record<Name, string>>>({});
  const place = (error: unknown): boolean => {
    const placed = refusedFields(error, names);
    if (Object.keys(placed).length === 0) return false;
    setRefused(placed);
    focusFirstError(document.activeElement?.closest<HTMLElement>("[role=dialog], form") ?? null);
    return true;
  };
  return { refused, place, clear: () => setRefused({}) };
}

/** Returns the errors for fields that a form has. */
export function refusedFields<Name extends string>(
  error: unknown,
  names: readonly Name[],
): Partial<Record<Name, string>> {
  const placed: Partial<Record<Name, string>> = {};
  placeRefusal<Record<string, string>>(error, names, (field, { message }) => {
    const name = names.find((one) => one === field);
    if (name && message) placed[name] = message;
  });
  return placed;
}
