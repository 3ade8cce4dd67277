"use client";

import { useEffect } from "react";
import type { Drafts } from "#components/ui/page/kept-drafts.ts";
import { type EditedFields, useEditedFields } from "./use-edited-fields.ts";

/**
 * The fields of a form in a page. What is typed is kept in the tab under a name, so a link to another page doesn't lose
 * it.
 */
export function useKeptFields<Row extends { version: number }, Fields extends object>(
  row: Row | null,
  fieldsOf: (row: Row | null) => Fields,
  { drafts, name }: { drafts: Drafts<EditedFields<Fields> | null>; name: string },
) {
  const edited = useEditedFields(row, fieldsOf, drafts.of(name));
  const { state, changed } = edited;
  const isTyped = Object.keys(changed).length > 0;
  useEffect(() => drafts.keep(name, isTyped ? state : null), [drafts, name, isTyped, state]);
  return { ...edited, isTyped, drop: () => drafts.keep(name, null) };
}
