import { createHash } from "node:crypto";
import type { Prisma } from "#generated/prisma/client.ts";
import type { TimelineEvent } from "#lib/contract/timeline.ts";
import { toInstantOrNull } from "#server/base/kernel/dates.ts";

type Row = Prisma.TimelineEventGetPayload<object>;
type Said = Pick<Row, "at" | "endAt" | "precision" | "uncertaintySeconds" | "kind" | "title" | "body">;

/** Returns a short text that stays the same only while time, kind and text of an event do. */
export function saysOf({ at, endAt, precision, uncertaintySeconds, kind, title, body }: Said): string {
  const says = [toInstantOrNull(at), toInstantOrNull(endAt), precision, uncertaintySeconds, kind, title, body];
  return createHash("sha256").update(JSON.stringify(says)).digest("base64url");
}

/**
 * Returns the columns that record who compared an event with its source, and its content then. Empty if the input says
 * nothing about it. `after` is the event as the same write leaves it.
 */
export function verifiedAfter(after: Said, verified: boolean | undefined, by: { name: string; now: Date }) {
  if (verified === undefined) return {};
  if (!verified) return { verifiedAt: null, verifiedBy: null, verifiedSays: null };
  return { verifiedAt: by.now, verifiedBy: by.name, verifiedSays: saysOf(after) };
}

/** Returns whether the verification applies: while the event has the same content, so undoing an edit restores it. */
export function presentVerified(
  row: Said & Pick<Row, "verifiedAt" | "verifiedBy" | "verifiedSays">,
): Pick<TimelineEvent, "verified" | "verifiedAt" | "verifiedBy"> {
  return {
    verified: row.verifiedSays !== null && row.verifiedSays === saysOf(row),
    verifiedAt: toInstantOrNull(row.verifiedAt),
    verifiedBy: row.verifiedBy,
  };
}
