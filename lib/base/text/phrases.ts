type Table = (table: TemplateStringsArray, ...values: string[]) => RegExp;

/**
 * Returns the phrases of a table as one group of a pattern. Each phrase is on a line of its own or between bars with a
 * blank on both sides, longer ones before those that they start with. Within a phrase, signs of patterns have their
 * meaning.
 */
export function oneOf(table: TemplateStringsArray, ...values: string[]): string {
  const lines = String.raw(table, ...values).split("\n");
  const phrases = lines.flatMap((line) => line.split(" | ").map((phrase) => phrase.trim()));
  return `(?:${phrases.filter((phrase) => phrase !== "").join("|")})`;
}

/** Matches a phrase of the table anywhere in a text, as whole words, in any case. */
export const words: Table = (...table) => new RegExp(String.raw`\b${oneOf(...table)}\b`, "i");

/** Matches a text that starts with a phrase of the table, in any case. */
export const opening: Table = (...table) => new RegExp(String.raw`^${oneOf(...table)}\b`, "i");

/** Matches a text that is a phrase of the table and nothing else, in any case. */
export const only: Table = (...table) => new RegExp(`^${oneOf(...table)}$`, "i");
