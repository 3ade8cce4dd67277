import type { ValueOption } from "../choices/value-list.tsx";

/** A field to filter by. `multiple` accepts any of several values. */
export type FilterField = {
  key: string;
  label: string;
  options: readonly ValueOption[];
  multiple?: boolean | undefined;
};
export type Filter = { field: string; values: readonly string[] };
