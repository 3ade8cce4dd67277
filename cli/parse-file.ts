import { type ImportInput, type ParsedSource, type ParseSourceOptions, parseSource } from "#importers/index.ts";
import { AppError } from "#lib/base/errors.ts";
import { isZone } from "#lib/base/time/zones.ts";
import { UsageError } from "./usage-error.ts";

export { milestonesOf } from "#importers/index.ts";

/** Parses a file with checked options. Throws UsageError for a wrong option. */
export function parseFile(input: ImportInput, options: ParseSourceOptions): ParsedSource {
  if (options.zone !== undefined && !isZone(options.zone)) {
    throw new UsageError(
      `“${options.zone}” isn't a time zone. Use a name such as Europe/Dublin or an offset such as +01:00.`,
    );
  }
  if (options.date !== undefined && !isDate(options.date)) {
    throw new UsageError(`“${options.date}” isn't a date. Write it as 2017-01-31.`);
  }
  try {
    return parseSource(input, options);
  } catch (error) {
    const isOption = error instanceof AppError && error.details.fields?.some(({ field }) => field === "format");
    throw isOption ? new UsageError(error.message) : error;
  }
}

function isDate(text: string): boolean {
  const day = new Date(`${text}T00:00:00Z`);
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}
