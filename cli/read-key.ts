import { type KeyedNoun, readRecordKey } from "#lib/base/text/record-key.ts";
import { UsageError } from "./usage-error.ts";

const LETTERS = { incident: "INC", review: "REV" } as const satisfies Partial<Record<KeyedNoun, string>>;

/**
 * Turns a typed key such as "inc-12" or "12" into the form that the product uses. Throws UsageError for anything else.
 */
export function readKey(text: string, noun: keyof typeof LETTERS): string {
  const key = readRecordKey(text);
  if (key === null || (key.noun !== null && key.noun !== noun)) {
    throw new UsageError(
      `“${text}” isn't a key of ${noun === "incident" ? "an incident" : "a review"}, such as ${LETTERS[noun]}-12.`,
    );
  }
  return `${LETTERS[noun]}-${key.number}`;
}
