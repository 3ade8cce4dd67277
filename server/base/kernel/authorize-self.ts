import type { UserActor } from "#lib/base/access/actor.ts";
import { forbidden } from "#lib/base/errors.ts";
import type { Ctx } from "./context.ts";

/**
 * The person who acts, for verbs on what is their own: profile, sessions, tokens, inbox. Throws `forbidden` for the
 * server itself, and for a token that can only read where something is to change.
 */
export function authorizeSelf(ctx: Ctx, action: "read" | "write"): UserActor {
  const { actor } = ctx;
  if (actor.kind !== "user") throw forbidden("Only a person has this");
  if (action === "write" && actor.scopes !== null && !actor.scopes.some((scope) => scope !== "read")) {
    throw forbidden("This token can only read");
  }
  return actor;
}
