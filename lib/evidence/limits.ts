/** Largest file that can be attached, in bytes; pasted queries and log lines have a limit of their own in the contract. */
export const FILE_LIMIT_BYTES = 10 * 1024 * 1024;

/** Largest sum of the files of evidence that an exported timeline holds, in bytes. */
export const HELD_FILES_LIMIT_BYTES = 12 * 1024 * 1024;
