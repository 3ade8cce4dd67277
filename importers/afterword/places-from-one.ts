import { isRecord, type JsonRecord, listAt } from "#importers/base/values.ts";
import type { FileEvent } from "#lib/contract/timeline-file.ts";
import { isListOfEntries } from "#lib/incidents/timeline/place-words.ts";

const keyOf = (source: { type?: unknown; label?: unknown }) => `${source.type}\n${source.label}`;

/**
 * Where events of a file stand in their sources. Version 1 is of a time that counted entries of lists from 0: where one of a
 * source stands at 0, all of that source move on by one.
 */
export function placesFromOne(json: JsonRecord): (event: FileEvent) => number | null {
  const fromZero = new Set<string>();
  for (const event of json.version === 1 ? listAt(json, "events") : []) {
    const source = isRecord(event) && isRecord(event.source) ? event.source : {};
    if (source.line === 0 && isListOfEntries(String(source.type))) fromZero.add(keyOf(source));
  }
  return ({ source }) => (source.line !== null && fromZero.has(keyOf(source)) ? source.line + 1 : source.line);
}
