import { createHash } from "node:crypto";
import type { NormalizedEvent } from "#importers/base/importer.ts";
import { Temporal } from "#lib/base/time/temporal.ts";
import { canonicalZone } from "#lib/base/time/zones.ts";

const HASH_BYTES = 20;

/**
 * Returns what identifies an event within its format when it is imported again: the source's own id, or else a hash of
 * its content. Without a stated zone the hash uses the wall time, so answering the zone doesn't change it. `zone` is the
 * one that the importer was given. A day that the text doesn't name isn't part of the hash.
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
