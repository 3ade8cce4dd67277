import type { GlobalAction, RecordAction, RecordNoun } from "#lib/base/access/actions.ts";
import type { UserActor } from "#lib/base/access/actor.ts";
import { can, canGlobally } from "#lib/base/access/can.ts";
import type { FactsOf } from "#lib/base/access/facts.ts";
import { forbidden, notFound } from "#lib/base/errors.ts";
import type { Ctx } from "./context.ts";

/** Throws `not_found` if the actor can't read the record, and `forbidden` if only the action is rejected. */
export function authorize<Noun extends RecordNoun>(
  ctx: Ctx,
  noun: Noun,
  action: RecordAction<Noun>,
  facts: FactsOf[Noun],
): void {
  if (!can(ctx.actor, noun, "read", facts)) throw notFound();
  if (!can(ctx.actor, noun, action, facts)) throw forbidden();
}

/** Throws `forbidden` unless the actor can do this, for actions without a record. */
export function authorizeGlobally(ctx: Ctx, action: GlobalAction): void {
  if (!canGlobally(ctx.actor, action)) throw forbidden();
}

/**
 * Returns the person who acts, for functions on their own data: profile, sessions, tokens, inbox. Throws `forbidden`
 * for the server itself, and for a read-only token on a write.
 */
export function authorizeSelf(ctx: Ctx, action: "read" | "write"): UserActor {
  const { actor } = ctx;
  if (actor.kind !== "user") throw forbidden("Only a person can do this");
  if (action === "write" && actor.scopes !== null && !actor.scopes.some((scope) => scope !== "read")) {
    throw forbidden("This token can only read");
  }
  return actor;
}
