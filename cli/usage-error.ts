/** Exit codes that scripts can rely on. */
export const EXIT = { ok: 0, failed: 1, usage: 2 } as const;

/** The command was called incorrectly, such as with an unknown value or a missing file. */
export class UsageError extends Error {}
