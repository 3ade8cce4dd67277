import type { ParseOptions } from "#importers/base/importer.ts";
import { oneLine } from "#importers/base/words.ts";
import type { Outcome } from "./collect.ts";
import { readInstant, type StatedTime } from "./read-instant.ts";

/** A time that the source doesn't state. The event is kept, and a person sets its time. */
export const UNKNOWN_TIME: StatedTime = { at: null, precision: "unknown", statedText: "", zone: null, ambiguity: null };

/** The time of a delivery, which is optional. Null when it isn't a time. */
export const timeIfStated = (stated: unknown, options: ParseOptions): StatedTime | null =>
  stated === undefined || stated === null ? UNKNOWN_TIME : readInstant(stated, options);

/** Rejects a record with an unreadable time. */
export const noTime = (field: string, value: unknown): Outcome => ({
  reject:
    value === undefined || value === null
      ? `${field} is missing.`
      : `${field} isn't a time: ${oneLine(String(value), 60)}.`,
});
