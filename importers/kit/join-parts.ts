import { append } from "#importers/base/append.ts";
import type { ParseResult } from "#importers/base/importer.ts";

/** Joins the parts of a streamed source to one result. */
export function joinParts(parts: Iterable<ParseResult>): ParseResult {
  let whole: ParseResult = { events: [], rejects: [], context: [] };
  for (const { events, rejects, context, file: _, ...more } of parts) {
    append(whole.events, events);
    append(whole.rejects, rejects);
    append(whole.context, context);
    whole = { ...whole, ...more };
  }
  return whole;
}
