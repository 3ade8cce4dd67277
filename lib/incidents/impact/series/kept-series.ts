import { readSeries } from "./read-series.ts";
import type { Series } from "./series.ts";

const ZONE_LINE = /^# times without a zone are in (\S{1,64})\r?\n/;

/**
 * Returns a pasted text as stored. The time zone that a person chose is its first line, so it is read the same later.
 */
export const keptText = (text: string, zone: string | undefined): string =>
  zone === undefined || ZONE_LINE.test(text) ? text : `# times without a zone are in ${zone}\n${text}`;

/** Reads a stored or freshly pasted series, with its own time zone or the given one. */
export function readKept(text: string, zone?: string): Series {
  const stated = ZONE_LINE.exec(text);
  const known = stated?.[1] ?? zone;
  return readSeries(stated ? text.slice(stated[0].length) : text, known === undefined ? {} : { zone: known });
}
