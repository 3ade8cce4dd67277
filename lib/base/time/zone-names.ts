import {
  AMBIGUOUS_ABBREVIATIONS,
  FIXED_ABBREVIATIONS,
  LONG_ZONE_NAMES,
  MORE_CITIES,
  NO_CITIES,
  REGION_ABBREVIATIONS,
} from "./zone-table.ts";
import { canonicalZone } from "./zones.ts";

export type NamedZone =
  | { kind: "zone"; zone: string }
  | { kind: "several"; choices: { zone: string; place: string }[] };

let regions: readonly string[] | null = null;

/** Returns the zones of a region with its city, as this system knows them: "Europe/Dublin". */
export function regionZones(): readonly string[] {
  regions ??= Intl.supportedValuesOf("timeZone").filter((id) => id.includes("/") && !id.startsWith("Etc/"));
  return regions;
}

let cities: Map<string, string> | null = null;

function cityTable(): Map<string, string> {
  if (cities) return cities;
  cities = new Map();
  for (const id of regionZones()) {
    const name = id
      .slice(id.lastIndexOf("/") + 1)
      .replaceAll("_", " ")
      .toLowerCase();
    if (!NO_CITIES.has(name)) cities.set(name, id);
  }
  for (const [name, id] of Object.entries(MORE_CITIES)) cities.set(name, id);
  return cities;
}

/** Returns the time zone of an abbreviation in capitals (`PST`, `ET`, `PST/PDT`), or null. */
export function zoneOfAbbreviation(text: string): NamedZone | null {
  const several = Object.hasOwn(AMBIGUOUS_ABBREVIATIONS, text) ? AMBIGUOUS_ABBREVIATIONS[text] : undefined;
  if (several) return { kind: "several", choices: several };
  const zone = Object.hasOwn(FIXED_ABBREVIATIONS, text)
    ? FIXED_ABBREVIATIONS[text]
    : Object.hasOwn(REGION_ABBREVIATIONS, text)
      ? REGION_ABBREVIATIONS[text]
      : undefined;
  return zone === undefined ? null : { kind: "zone", zone };
}

/** Returns the time zone of a long name before "time" (`Pacific`, `Central European`, `Irish`), or null. */
export function zoneOfLongName(text: string): string | null {
  const name = text.trim().toLowerCase();
  return LONG_ZONE_NAMES.find(([pattern]) => pattern.test(name))?.[1] ?? null;
}

/** Returns the time zone of a city (`Denver`, `San Francisco`), or null. */
export function zoneOfCity(text: string): string | null {
  return cityTable().get(text.trim().toLowerCase()) ?? null;
}

/** Returns the time zone that a person typed: an IANA name, an offset, an abbreviation, a long name or a city. */
export function readZoneName(text: string): NamedZone | null {
  const trimmed = text.trim();
  const abbreviation = zoneOfAbbreviation(trimmed.toUpperCase());
  if (abbreviation) return abbreviation;
  const bare = trimmed.replace(/\s+time$/i, "");
  const zone = canonicalZone(trimmed) ?? zoneOfLongName(bare) ?? zoneOfCity(bare);
  return zone === null ? null : { kind: "zone", zone };
}
