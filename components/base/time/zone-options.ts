import { readZoneName, regionZones } from "#lib/base/time/zone-names.ts";

export interface ZoneOption {
  value: string;
  label: string;
  detail?: string;
}

const MOST = 40;

/**
 * Returns time zones to choose from: those at hand, what the typed text means ("EST", "+05:30", "Lisbon"), then names
 * that contain it.
 */
export function zoneOptions(words: string, atHand: readonly string[]): ZoneOption[] {
  const typed = words.trim();
  const needle = typed.toLowerCase().replaceAll(" ", "_");
  const options = new Map<string, ZoneOption>();
  const add = (value: string, detail?: string) => {
    if (!options.has(value)) options.set(value, { value, label: value, ...(detail ? { detail } : {}) });
  };
  for (const zone of atHand) if (zone.toLowerCase().includes(needle)) add(zone);
  if (typed !== "") {
    const read = readZoneName(typed);
    if (read?.kind === "zone") add(read.zone, read.zone === typed ? undefined : `“${typed}”`);
    if (read?.kind === "several") for (const { zone, place } of read.choices) add(zone, `“${typed}”, ${place}`);
  }
  for (const zone of regionZones()) {
    if (options.size >= MOST) break;
    if (zone.toLowerCase().includes(needle)) add(zone);
  }
  return [...options.values()];
}
