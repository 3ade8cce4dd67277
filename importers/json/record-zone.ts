import type { ParseOptions } from "#importers/base/importer.ts";
import { readZoneName } from "#lib/base/time/zone-names.ts";
import * as known from "./known-fields.ts";
import type { Fields } from "./record-shape.ts";

const LONGEST = 60;
/** `(UTC+01:00) Amsterdam`, `GMT-5`, `+0100`. */
const OFFSET = /^\(?(?:UTC|GMT)? ?([+-])(\d{1,2})(?::?(\d{2}))?(?:\)|$)/;

/** The options for the times of a record that states its zone in a field of its own. */
export function withZoneOf(fields: Fields, options: ParseOptions): ParseOptions {
  const stated = fields.plan.zones.length === 0 ? null : known.zoneOf(fields);
  if (stated === null || stated.length > LONGEST) return options;
  const [, sign, hours = "", minutes = "00"] = OFFSET.exec(stated) ?? [];
  const named = readZoneName(sign ? `${sign}${hours.padStart(2, "0")}:${minutes}` : stated);
  return named?.kind === "zone" ? { ...options, zone: named.zone } : options;
}
