/** Roles of the columns of a CSV. */
export const COLUMN_ROLES = [
  "time",
  "end",
  "date",
  "zone",
  "title",
  "body",
  "kind",
  "actor",
  "service",
  "external_id",
  "url",
  "nothing",
] as const;
export type ColumnRole = (typeof COLUMN_ROLES)[number];
export type ColumnMapping = Record<string, ColumnRole>;
