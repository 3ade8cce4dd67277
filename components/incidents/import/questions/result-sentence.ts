import { clockWords, dayWords } from "#lib/base/time/instant-words.ts";
import type { Preview, PreviewRow } from "#lib/contract/import.ts";

interface Reading {
  said: string;
  read: string;
}

/**
 * Returns the first and last time of a file with its answers: “13:58 queue grows” is Mon 13 Feb 2017, 12:58 UTC. Null
 * without one.
 */
export function resultOf({ rows }: Pick<Preview, "rows">): { first: Reading; last: Reading | null } | null {
  const timed = rows.filter(({ at, statedText }) => at !== null && statedText !== null).sort((a, b) => a.row - b.row);
  const [first, last] = [timed[0], timed.at(-1)];
  if (!first?.at) return null;
  return {
    first: { said: `“${first.statedText} ${first.title}”`, read: `${dayWords(first.at)}, ${clockOf(first)}` },
    last:
      last === first || !last?.at
        ? null
        : {
            said: last.statedText ?? "",
            read: dayWords(last.at) === dayWords(first.at) ? clockOf(last) : `${dayWords(last.at)}, ${clockOf(last)}`,
          },
  };
}

const clockOf = ({ at, precision }: PreviewRow): string => `${clockWords(at ?? "", precision)} UTC`;
