import { matchZone, type ZoneToken } from "#importers/lex/zone-token.ts";
import type { Entry } from "./entry.ts";
import type { Line } from "./lines.ts";

/** What may be the abbreviation of a zone behind a time, before a mark: of a standard or daylight time. */
const BEHIND = /^[([]?([A-Z]{1,3}[SD]T)(?:[)\]]\s?(?:[:–—-]\s?)?|\s?[:–—]\s|\s-\s)/;
const WORDS = new Set(["TEST", "POST", "HOST", "LAST", "COST", "LIST", "BEST", "REST", "DEST", "MUST", "JUST", "DIST"]);
const LEAST = 2;
const OFFSET = String.raw`(?:UTC|GMT)\s?[+-]\s?\d{1,2}(?::?\d{2})?`;
/** "AEST (UTC+10)", "IST is UTC+5:30", "UTC+4 (GST)": what a text says of an abbreviation. */
const EXPLAINED = new RegExp(
  String.raw`\b([A-Z]{2,5})\b[\s(=,:–-]{1,4}(?:(?:is|means)\s)?(${OFFSET})|(${OFFSET})[\s(=,:–-]{1,4}([A-Z]{2,5})\b`,
  "g",
);
const REACH = 2000;

/**
 * Zones beside times that nobody knows, or that mean several: the text may say elsewhere what they are. One that it does
 * not explain is asked for, whatever zone the text names for something else.
 */
export function readUnknownZones(entries: readonly Entry[], lines: readonly Line[]): void {
  const unzoned = entries.filter(({ stamp }) => stamp.clock !== null && stamp.zone === null);
  const named = unzoned.flatMap((entry) => {
    const abbreviation = BEHIND.exec(entry.text[0]?.slice(0, 20) ?? "")?.[1];
    return abbreviation && !WORDS.has(abbreviation) ? [{ entry, abbreviation }] : [];
  });
  const isZoned = named.length >= LEAST && named.length * 2 >= unzoned.length;
  const several = entries.filter(({ stamp }) => stamp.zone?.kind === "several");
  if (!isZoned && several.length === 0) return;
  const explained = readExplained(lines);
  const tokenOf = (written: string) => explained.get(written) ?? null;
  for (const { stamp } of several) stamp.zone = tokenOf(stamp.zone?.written ?? "") ?? stamp.zone;
  for (const { entry, abbreviation } of isZoned ? named : []) {
    entry.text = [(entry.text[0] ?? "").replace(BEHIND, ""), ...entry.text.slice(1)];
    entry.stamp = {
      ...entry.stamp,
      statedText: `${entry.stamp.statedText} ${abbreviation}`,
      zone: tokenOf(abbreviation) ?? { kind: "several", choices: [], written: abbreviation },
    };
  }
}

function readExplained(lines: readonly Line[]): Map<string, ZoneToken> {
  const explained = new Map<string, ZoneToken>();
  for (const { raw } of lines) {
    if (!/UTC|GMT/.test(raw)) continue;
    for (const [, before, offset = "", other = "", behind] of raw.slice(0, REACH).matchAll(EXPLAINED)) {
      const zone = matchZone(offset || other, 0, false)?.token;
      const name = before ?? behind;
      if (zone && name && !/^(?:UTC|GMT)$/.test(name)) explained.set(name, { ...zone, written: name });
    }
  }
  return explained;
}
