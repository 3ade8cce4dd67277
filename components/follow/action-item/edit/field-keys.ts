import type { EditField } from "./edit-context.ts";

interface FieldKey {
  field: EditField;
  keys: string;
  label: string;
}

/** Fields that can be opened with a key, in the order of the bulk bar. */
export const FIELD_KEYS = [
  { field: "owner", keys: "O", label: "Owner" },
  { field: "due", keys: "D", label: "Due" },
  { field: "status", keys: "S", label: "Status" },
  { field: "priority", keys: "P", label: "Priority" },
] as const satisfies readonly FieldKey[];
