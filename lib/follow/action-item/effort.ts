/** The most working days that can be planned for an action. */
export const MOST_EFFORT_DAYS = 1000;

/** Four weeks. More than that suggests a strategic change. */
const SHORT_DAYS = 20;

/** Returns whether the planned working days suggest a strategic change instead of an action. */
export const isLongEffort = (effortDays: number | null): boolean => effortDays !== null && effortDays > SHORT_DAYS;

/** Returns the days that a text says, null for an empty one, or undefined if it says none. */
export function readEffort(text: string): number | null | undefined {
  const words = text.trim();
  if (words === "") return null;
  const days = /^\d{1,4}$/.test(words) ? Number(words) : 0;
  return days >= 1 && days <= MOST_EFFORT_DAYS ? days : undefined;
}

export const WRONG_EFFORT = `Enter whole working days, from 1 to ${MOST_EFFORT_DAYS}`;
