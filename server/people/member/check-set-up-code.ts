import { type AppError, invalid, refuse } from "#lib/base/errors.ts";
import type { Ctx } from "#server/base/kernel/context.ts";
import { isSetUp } from "./is-set-up.ts";
import { withinTries } from "./one-time-link.ts";
import { hashSetUpCode } from "./set-up-code.ts";

export const alreadySetUp = (): AppError => refuse("already_set_up", "Afterword is set up already. Sign in instead");

/** Throws `invalid` when this is not an unused code, `rule` when there are accounts already. */
export async function requireSetUpCode(ctx: Ctx, code: string): Promise<void> {
  if (await isSetUp(ctx)) throw alreadySetUp();
  const known = await ctx.db.setUpCode.findFirst({
    where: { codeHash: hashSetUpCode(code), usedAt: null },
    select: { id: true },
  });
  if (!known) throw invalid("code", "Not the set-up code. The log of the last start shows it");
}

/** Says whether a code is right before the rest of the form is asked; uses nothing up. Throws as set-up does. */
export function checkSetUpCode(
  ctx: Ctx,
  { code, address }: { code: string; address: string },
): Promise<{ done: true }> {
  return withinTries("set-up", address, async () => {
    await requireSetUpCode(ctx, code);
    return { done: true };
  });
}
