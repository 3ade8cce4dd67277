/** An instant that lies on a wall day in all but the outermost zones; null without a day. */
export const noonOf = (day: string | null): string | null => (day === null ? null : `${day}T12:00:00.000Z`);
