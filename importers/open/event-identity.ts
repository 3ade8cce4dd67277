import { createHash } from "node:crypto";
import { Temporal } from "@js-temporal/polyfill";
import type { NormalizedEvent } from "#importers/base/importer.ts";
import { canonicalZone } from "#lib/base/time/zones.ts";

const HASH_BYTES = 20;

/**
 * What makes an event the same one when it is imported again, within its format: the source's own id, else a hash of
 * what the source says. For a time that states no zone the hash takes the wall time, so that it stays the same before
 * and after somebody answers the zone; `zone` is the one that was given to parse. A day that no text names is no part of it.
 */
export function eventIdentity(format: string, event: NormalizedEvent, zone?: string): string {
  if (event.externalId !== null) return event.externalId;
  const said = [format, whenOf(event, zone), event.statedText, event.title, event.body, event.actor];
  return `sha256:${createHash("sha256").update(JSON.stringify(said)).digest().toString("hex", 0, HASH_BYTES)}`;
}

function whenOf(event: NormalizedEvent, zone: string | undefined): string | null {
  if (event.dayGiven) return null;
  if (event.at === null) return event.ambiguity?.local?.slice(0, 19) ?? null;
  const given = event.zone === null && zone ? canonicalZone(zone) : null;
  if (given === null) return event.at;
  return Temporal.Instant.from(event.at).toZonedDateTimeISO(given).toPlainDateTime().toString().slice(0, 19);
}
