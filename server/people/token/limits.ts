import type { UserActor } from "#lib/base/access/actor.ts";
import type { Role, TokenScope } from "#lib/base/access/roles.ts";
import { forbidden, invalid } from "#lib/base/errors.ts";
import { isFarOff } from "#lib/base/time/far-off.ts";
import { addDays } from "#lib/base/time/local-date.ts";
import { toInstant } from "#lib/base/time/zones.ts";

/** Throws `forbidden` for a scope that the owner's role or the asking token does not have. */
export function checkScopes(scopes: readonly TokenScope[], role: Role, asking: UserActor | null): void {
  if (scopes.includes("admin") && role !== "admin") throw forbidden("Only an admin can have a token with admin scope");
  const held = asking?.scopes ?? null;
  const missing = held === null ? [] : scopes.filter((scope) => !held.includes(scope));
  if (missing.length > 0) throw forbidden(`This token does not have the scope ${missing.join(", ")} itself`);
}

/** The instant at which a token ends: when its last day is over in the owner's zone. Throws `invalid` for a past day. */
export function endOf(expiresOn: string | undefined, timeZone: string, now: Date): Date | null {
  if (expiresOn === undefined) return null;
  const next = addDays(expiresOn, 1);
  if (isFarOff(next)) throw invalid("expiresOn", "Leave the day out for a token without an end");
  const midnight = toInstant(`${next}T00:00`, timeZone);
  const instant =
    midnight.kind === "ok" ? midnight.instant : midnight.kind === "fold" ? midnight.earlier : midnight.after;
  const end = new Date(instant);
  if (end <= now) throw invalid("expiresOn", "This day is over; give a later one");
  return end;
}

/** Throws `forbidden` when a token would make one that lasts longer than itself. */
export function checkLifetime(end: Date | null, notAfter: Date | null): void {
  if (notAfter !== null && (end === null || end > notAfter)) {
    const day = notAfter.toISOString().slice(0, 10);
    throw forbidden(`This token ends on ${day}; what it makes must end before that`);
  }
}
