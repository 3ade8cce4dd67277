import { notFound } from "#lib/base/errors.ts";
import type { walkContract } from "#lib/contract/walk.ts";
import { authorizeSelf } from "#server/base/kernel/authorize.ts";
import type { Ctx } from "#server/base/kernel/context.ts";
import type { InputOf } from "#server/base/kernel/input.ts";
import { running } from "#server/base/kernel/running.ts";

/** Reports that a screen shows a meeting, or no longer does. Returns who else has it open. Nothing is stored. */
export async function sayHereWalk(
  ctx: Ctx,
  { id, screen, here: isHere }: InputOf<typeof walkContract.here>,
): Promise<{ people: { id: string; name: string }[] }> {
  const { id: userId, name } = authorizeSelf(ctx, "read");
  if ((await ctx.db.walk.count({ where: { id } })) === 0) throw notFound();
  const { here } = running();
  if (isHere) here.say(id, { userId, name, screen, eventId: null });
  else here.leave(id, { userId, screen });
  return {
    people: here.on(id).flatMap((person) => (person.id === userId ? [] : [{ id: person.id, name: person.name }])),
  };
}
