import { isRecord } from "#importers/base/values.ts";
import { oneLine } from "#importers/base/words.ts";

const MOST_FIELDS = 8;

/** Rejects a record that the format's importer can't read, with what was found, what was expected, and what to do. */
export const refuseRecord = (value: unknown, expected: string): string =>
  `Expected ${expected}, but found ${shapeOf(value)}. Use the tool's own export, or choose another format.`;

function shapeOf(value: unknown): string {
  if (Array.isArray(value)) return "a list";
  if (!isRecord(value)) return value === null ? "nothing" : "a single value";
  const keys = Object.keys(value);
  if (keys.length === 0) return "an object without fields";
  const more = keys.length > MOST_FIELDS ? " and more" : "";
  return `an object with the fields ${oneLine(keys.slice(0, MOST_FIELDS).join(", "), 120)}${more}`;
}
