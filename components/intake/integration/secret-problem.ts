const LEAST = 8;

/** Why a pasted secret can't be complete. Undefined if it can, or while there is none. */
export function secretProblem(typed: string): string | undefined {
  const { length } = typed.trim();
  return length > 0 && length < LEAST ? `Enter at least ${LEAST} characters. This has ${length}` : undefined;
}
