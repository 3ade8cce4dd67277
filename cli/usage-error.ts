/** Exit codes that scripts can rely on. */
export const EXIT = { ok: 0, failed: 1, usage: 2 } as const;

/** The command was called in a wrong way: an unknown value, a file that is not there. */
export class UsageError extends Error {}
