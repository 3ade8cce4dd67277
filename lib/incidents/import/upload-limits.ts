/** The kinds of upload that have different size limits. */
export type UploadKind = "table" | "zip" | "json" | "mail" | "text";

interface Limit {
  /** In a sentence: "the limit for a table is …". */
  label: string;
  /** Factor of the limit for a file that is read as a whole. Files read in pieces can be larger. */
  times: number;
}

export const UPLOAD_LIMITS: Record<UploadKind, Limit> = {
  table: { label: "a table (CSV, TSV)", times: 10 },
  zip: { label: "a zip, such as a Slack export", times: 10 },
  json: { label: "JSON", times: 1 },
  text: { label: "text", times: 1 },
  mail: { label: "an email", times: 1 },
};

const TABLE_NAME = /\.(?:csv|tsv)$/i;

/** Returns the kind of an upload from its name and its first bytes, read as text. */
export function uploadKindOf(filename: string, head: string): UploadKind {
  if (head.startsWith("PK")) return "zip";
  if (/^\uFEFF?\s*[{[]/.test(head)) return "json";
  if (TABLE_NAME.test(filename)) return "table";
  return /\.eml$/i.test(filename) ? "mail" : "text";
}

/** Returns the most bytes of an upload. `baseBytes` is the setting, the limit for files that are read as a whole. */
export const uploadLimitBytes = (kind: UploadKind, baseBytes: number): number =>
  Math.round(UPLOAD_LIMITS[kind].times * baseBytes);

/** Returns the highest limit of all kinds. */
export const largestUploadBytes = (baseBytes: number): number =>
  Math.max(...Object.values(UPLOAD_LIMITS).map(({ times }) => times)) * baseBytes;
