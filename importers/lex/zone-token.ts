import { type NamedZone, zoneOfAbbreviation, zoneOfCity, zoneOfLongName } from "#lib/base/time/zone-names.ts";
import { canonicalZone } from "#lib/base/time/zones.ts";
import { at } from "./match-at.ts";
import { NATIONAL_ZONES } from "./national-zones.ts";

/** A time zone as the text names it. Several choices if the name has more than one meaning. */
export type ZoneToken = NamedZone & { written: string };

interface ZoneMatch {
  token: ZoneToken;
  end: number;
}

const ZULU = /(?:Z|(?<=\d)z)(?![\w])/y;
const OFFSET = /([+-])(\d{2}):?(\d{2})(?!\w|:(?![\s*_`]|$))|([+-])(\d{2})(?![\w:.])/y;
const UTC = /\+?(?:UTC|GMT)(?!\w)/iy;
/** Universal time, as astronomers write it. Without a time or brackets it's a state of the US. */
const UT = /(?<=:\d{2}\s?|[(])UT(?=[\s),.;:]|$)|^UT$/y;
/** An offset from UTC: `UTC+2`, `GMT-0700`, `(UTC + 5:30)`. */
const FROM_UTC = /(\s?)([+−–-])(\s?)(\d{1,2})(?::?(\d{2}))?(?!\w|[:.]\d)(?!\s?(?:UTC|GMT|Z\b|[ap]\.?m\b))/iy;
/** After it, a dash can also be between two times, or before a count. */
const ENDS = /\s?(?:$|\.(?:\s|$)|[)\],;:|*_`]|[-–—]\s)/y;
const IANA = /[A-Z][A-Za-z]{1,20}\/[A-Z][A-Za-z_]{1,30}(?:\/[A-Z][A-Za-z_]{1,30})?(?![\w])/y;
const ABBREVIATION = /[A-ZА-Я]{2,5}(?:\/[A-Z]{2,5})?(?![\w])/y;
const LONG = /(AZ|UK|NZ|UAE|(?:US[ /])?[A-Z][a-z]{2,12}(?:[ ][A-Z]?[a-z]{2,9}){0,2})[ ][Tt]ime\b/y;
/** Long names that people write in lower case: "8:28am pacific time". */
const SMALL = /((?:us )?(?:pacific|mountain|central|eastern)(?: (?:standard|daylight))?) time\b/y;
/** Before the end of a longer name, such as Australian Eastern Time, that is not the time of North America. */
const OTHER_COUNTRY =
  /\b(?!(?:In|At|The|All|By|From|Use|Using|Note|Times?|Zone|Timezone|US|USA|American|Canadian|Local|Approximately)\b)[A-Z][a-z]+ $|\b(?:australian|mexican|brazilian|cuban) $/;
/** "3:05pm Central" only before a mark, because a word can follow: "3:05pm Central database is down". */
const PACIFIC =
  /(?:US[/ ])?(?:Pacific|Mountain|Eastern)(?![\w])|(?:US[/ ]|(?<=\d\s?[aApP]\.?[mM]\.?\s))Central(?=\s?(?:$|[-–—|)\],;:*_]))/y;
const CITY =
  /(?:in\s+)?([A-Z][a-z]{2,14}(?:[ ][A-Z][a-z]{2,12}){0,2})(?:[ ][Ll]ocal)?(?:[ ][Tt]ime)?(?=\s*(?:$|[-–—|)\],;.]))/y;
const BESIDE = /\s?\(?\s?(?=(?:UTC|GMT)\s?[+−–-])/iy;

/** Two or three capitals that are usually words. They count as a time zone only if nothing but a separator follows. */
const WORDS_FIRST = new Set(["MET", "WEST", "ICT", "NST", "AMT", "CAT", "WAT", "EAT", "MT", "CT"]);
const SEPARATED = /\s*(?:$|[-–—:|)\],;*])/y;

function offsetZone(sign = "+", hours = "0", minutes = "00"): string | null {
  return canonicalZone(`${sign}${hours.padStart(2, "0")}:${minutes}`);
}

/**
 * Reads a time zone that starts exactly at `pos`, right after a time or inside a statement. Cities only if requested.
 */
export function matchZone(text: string, pos: number, cities = true): ZoneMatch | null {
  const found = matchName(text, pos) ?? matchNational(text, pos) ?? matchPlace(text, pos, cities);
  if (!found) return null;
  const beside = at(BESIDE, text, found.end);
  const stated = beside && matchUtc(text, found.end + beside[0].length);
  if (stated?.token.kind !== "zone" || stated.token.zone === "UTC") return found;
  const end = stated.end + (at(/\s?\)/y, text, stated.end)?.[0].length ?? 0);
  return { token: { ...stated.token, written: text.slice(pos, end).trim() }, end };
}

/** UTC or an offset from it. A minus that could also precede a count leaves both open. */
function matchUtc(text: string, pos: number): ZoneMatch | null {
  const utc = at(UTC, text, pos) ?? at(UT, text, pos);
  if (!utc) return null;
  const plain = zoned("UTC", utc[0], pos);
  const offset = at(FROM_UTC, text, pos + utc[0].length);
  if (!offset) return plain;
  const [whole, before, written, after, hours = "", minutes] = offset;
  const sign = written === "+" ? "+" : "-";
  const zone = isOffset(sign, Number(hours), minutes) ? offsetZone(sign, hours, minutes) : null;
  const end = pos + utc[0].length + whole.length;
  const isClosed = at(ENDS, text, end) !== null;
  if (zone === null || (after !== "" && !isClosed) || (written === "–" && before !== "")) return plain;
  const stated = text.slice(pos, end);
  if (sign === "+" || before === "" || isClosed) return { token: { kind: "zone", zone, written: stated }, end };
  const choices = [
    { zone: "UTC", place: "UTC" },
    { zone, place: `UTC${sign}${hours}` },
  ];
  return { token: { kind: "several", choices, written: stated }, end: pos + utc[0].length };
}

/** Returns whether any clocks have this offset from UTC. */
const isOffset = (sign: string, hours: number, minutes = "00"): boolean =>
  /^(?:00|30|45)$/.test(minutes) && hours <= (sign === "+" ? 14 : minutes === "00" ? 12 : 9);

function matchName(text: string, pos: number): ZoneMatch | null {
  const utc = matchUtc(text, pos);
  if (utc) return utc;
  const offset = at(OFFSET, text, pos);
  if (offset) {
    const zone = offset[1] ? offsetZone(offset[1], offset[2], offset[3]) : offsetZone(offset[4], offset[5]);
    return zoned(zone, offset[0], pos);
  }
  const zulu = at(ZULU, text, pos);
  if (zulu) return zoned("UTC", zulu[0], pos);
  const iana = at(IANA, text, pos);
  if (iana) {
    const match = zoned(canonicalZone(iana[0]), iana[0], pos);
    if (match) return match;
  }
  return matchAbbreviation(text, pos);
}

function matchAbbreviation(text: string, pos: number): ZoneMatch | null {
  const found = at(ABBREVIATION, text, pos);
  if (!found) return null;
  const written = found[0];
  const named = zoneOfAbbreviation(written) ?? zoneOfAbbreviation(written.split("/")[0] ?? "");
  const end = pos + written.length;
  if (!named || (WORDS_FIRST.has(written) && !at(SEPARATED, text, end))) return null;
  return { token: { ...named, written }, end };
}

const LONGEST_NATIONAL = 30;

function matchNational(text: string, pos: number): ZoneMatch | null {
  const near = /[\p{L}]/u.test(text.charAt(pos)) ? text.slice(pos, pos + LONGEST_NATIONAL) : "";
  for (const [name, zone] of near === "" ? [] : NATIONAL_ZONES) {
    const found = name.exec(near);
    if (found?.index === 0) return zoned(zone, found[0], pos);
  }
  return null;
}

function matchPlace(text: string, pos: number, cities: boolean): ZoneMatch | null {
  if (OTHER_COUNTRY.test(text.slice(Math.max(0, pos - 20), pos))) return null;
  const long = at(LONG, text, pos) ?? at(SMALL, text, pos);
  if (long) {
    const match = zoned(zoneOfLongName(long[1] ?? "") ?? zoneOfCity(long[1] ?? ""), long[0], pos);
    if (match) return match;
  }
  const pacific = at(PACIFIC, text, pos);
  if (pacific) return zoned(zoneOfLongName(pacific[0]), pacific[0], pos);
  const city = cities ? at(CITY, text, pos) : null;
  return city ? zoned(zoneOfCity(city[1] ?? ""), city[0], pos) : null;
}

function zoned(zone: string | null, written: string, pos: number): ZoneMatch | null {
  return zone === null ? null : { token: { kind: "zone", zone, written }, end: pos + written.length };
}
