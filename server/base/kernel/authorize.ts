import type { GlobalAction, RecordAction, RecordNoun } from "#lib/base/access/actions.ts";
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
