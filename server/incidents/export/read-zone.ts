import { invalid } from "#lib/base/errors.ts";
import { canonicalZone } from "#lib/base/time/zones.ts";

/** Returns the time zone of an export. Throws `invalid` for an unknown one. */
export function readZone(asked: string, incidentZone: string): string {
  const zone = canonicalZone(asked.toLowerCase() === "incident" ? incidentZone : asked);
  if (zone === null) {
    throw invalid(
      "zone",
      "Unknown time zone. Use UTC, incident, a name such as Europe/Dublin, or an offset such as +01:00.",
    );
  }
  return zone;
}
