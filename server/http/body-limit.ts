import { largestUploadBytes } from "#lib/incidents/timeline/upload-limits.ts";

const FIELDS_BYTES = 64 * 1024;

/** Room for an upload as base64 in JSON, with the fields around it. */
export const bodyLimitBytes = (uploadLimitBytes: number): number => Math.ceil(uploadLimitBytes * 1.4) + FIELDS_BYTES;

/** Room for an upload as a form, whose files go to disk. */
export const formLimitBytes = (uploadLimitBytes: number): number => largestUploadBytes(uploadLimitBytes) + FIELDS_BYTES;
