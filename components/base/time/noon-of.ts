/** Returns an instant that is on a local day in all but the outermost time zones. Null without a day. */
export const noonOf = (day: string | null): string | null => (day === null ? null : `${day}T12:00:00.000Z`);
