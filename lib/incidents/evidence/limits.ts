/** Largest file that can be attached, in bytes. */
export const FILE_LIMIT_BYTES = 10 * 1024 * 1024;

/** Longest title of evidence, and longest query or log lines, in characters. */
export const EVIDENCE_TITLE_LENGTH = 300;
export const EVIDENCE_TEXT_LENGTH = 200_000;

/** Largest sum of the files of evidence that an exported timeline contains, in bytes. */
export const HELD_FILES_LIMIT_BYTES = 12 * 1024 * 1024;
