import type { FoundAction, FoundFactor } from "#lib/contract/import.ts";

type Place = Pick<FoundAction, "line" | "file">;

/** Tells what a write-up lists apart: several things may stand on one line, and the same words on several. */
const placeOf = ({ line, file = "" }: Place, words: string) => `${file} ${line} ${words}`;

export const actionPlace = (action: FoundAction): string => placeOf(action, action.title);
export const factorPlace = (factor: FoundFactor): string => placeOf(factor, factor.statement);

/** "line 12" of what was imported, "review.md, line 12" of a file in a zip. */
export const lineWords = ({ line, file }: Place): string => `${file === undefined ? "" : `${file}, `}line ${line}`;

/** The same with the name of what was imported. */
export const placeWords = (filename: string, place: Place): string => `${filename}, ${lineWords(place)}`;
