import type { GlobalAction, RecordAction, RecordNoun } from "#lib/base/access/actions.ts";
import type { UserActor } from "#lib/base/access/actor.ts";
import { can, canGlobally } from "#lib/base/access/can.ts";
import type { FactsOf } from "#lib/base/access/facts.ts";
import { forbidden, notFound } from "#lib/base/errors.ts";
import type { Ctx } from "./context.ts";

/** Throws `not_found` when the actor can't read the record, `forbidden` when only the action is refused. */
export function authorize<Noun extends RecordNoun>(
  ctx: Ctx,
  noun: Noun,
  action: RecordAction<Noun>,
  facts: FactsOf[Noun],
): void {
  if (!can(ctx.actor, noun, "read", facts)) throw notFound();
  if (!can(ctx.actor, noun, action, facts)) throw forbidden();
}

/** Throws `forbidden` unless the actor can do this without looking at a record. */
export function authorizeGlobally(ctx: Ctx, action: GlobalAction): void {
  if (!canGlobally(ctx.actor, action)) throw forbidden();
}

/**
 * The person who acts, for verbs on what is their own: profile, sessions, tokens, inbox. Throws `forbidden` for the
 * server itself, and for a token that can only read where something is to change.
 */
export function authorizeSelf(ctx: Ctx, action: "read" | "write"): UserActor {
  const { actor } = ctx;
  if (actor.kind !== "user") throw forbidden("Only a person can do this");
  if (action === "write" && actor.scopes !== null && !actor.scopes.some((scope) => scope !== "read")) {
    throw forbidden("This token can only read");
  }
  return actor;
}
