export type AgeStep = 0 | 1 | 2 | 3 | 4;

/** Returns the age step of a lateness in days: 0 not late, then 1 to 7, 8 to 30, 31 to 90, over 90. */
export function ageStep(daysLate: number): AgeStep {
  if (daysLate <= 0) return 0;
  if (daysLate <= 7) return 1;
  if (daysLate <= 30) return 2;
  return daysLate <= 90 ? 3 : 4;
}
