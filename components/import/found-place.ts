import type { FoundAction, FoundFactor } from "#lib/contract/import.ts";

/** Tells what a write-up lists apart: several things may stand on one line, and the same words on several. */
const placeOf = (line: number, words: string) => `${line} ${words}`;

export const actionPlace = ({ line, title }: FoundAction): string => placeOf(line, title);
export const factorPlace = ({ line, statement }: FoundFactor): string => placeOf(line, statement);
