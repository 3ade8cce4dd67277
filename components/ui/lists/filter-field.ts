import type { ValueOption } from "../choices/value-list.tsx";

/** What can be filtered by; `multiple` takes any of several values. */
export type FilterField = {
  key: string;
  label: string;
  options: readonly ValueOption[];
  multiple?: boolean | undefined;
};
export type Filter = { field: string; values: readonly string[] };
