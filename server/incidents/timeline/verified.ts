import { createHash } from "node:crypto";
import type { TimelineEvent } from "#lib/contract/timeline.ts";
import { toInstantOrNull } from "#server/base/kernel/dates.ts";
import type { EventRecord } from "./select.ts";

type Said = Pick<EventRecord, "at" | "endAt" | "precision" | "uncertaintySeconds" | "kind" | "title" | "body">;

/** What an event says, as short text that is the same only while time, kind and words are. */
export function saysOf({ at, endAt, precision, uncertaintySeconds, kind, title, body }: Said): string {
  const says = [toInstantOrNull(at), toInstantOrNull(endAt), precision, uncertaintySeconds, kind, title, body];
  return createHash("sha256").update(JSON.stringify(says)).digest("base64url");
}

/**
 * The columns that keep who compared an event with its source, and what it said then; empty where nothing is said about
 * it. `after` is the event as the same write leaves it.
 */
export function verifiedAfter(after: Said, verified: boolean | undefined, by: { name: string; now: Date }) {
  if (verified === undefined) return {};
  if (!verified) return { verifiedAt: null, verifiedBy: null, verifiedSays: null };
  return { verifiedAt: by.now, verifiedBy: by.name, verifiedSays: saysOf(after) };
}

/** It applies while the event has the same content, so undoing an edit restores it. */
export function presentVerified(
  row: Said & Pick<EventRecord, "verifiedAt" | "verifiedBy" | "verifiedSays">,
): Pick<TimelineEvent, "verified" | "verifiedAt" | "verifiedBy"> {
  return {
    verified: row.verifiedSays !== null && row.verifiedSays === saysOf(row),
    verifiedAt: toInstantOrNull(row.verifiedAt),
    verifiedBy: row.verifiedBy,
  };
}
