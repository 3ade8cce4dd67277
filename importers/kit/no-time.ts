import type { ParseOptions } from "#importers/base/importer.ts";
import { oneLine } from "#importers/base/words.ts";
import type { Outcome } from "./collect.ts";
import { readInstant, type StatedTime } from "./read-instant.ts";

/** A time that the source does not state: the event is kept, its place is asked. */
export const UNKNOWN_TIME: StatedTime = { at: null, precision: "unknown", statedText: "", zone: null, ambiguity: null };

/** The time of a delivery, which is optional. Null when it isn't a time. */
export const timeIfStated = (stated: unknown, options: ParseOptions): StatedTime | null =>
  stated === undefined || stated === null ? UNKNOWN_TIME : readInstant(stated, options);

/** The reject of a record whose time cannot be read. */
export const noTime = (field: string, value: unknown): Outcome => ({
  reject:
    value === undefined || value === null
      ? `${field} is missing.`
      : `${field} isn't a time: ${oneLine(String(value), 60)}.`,
});
