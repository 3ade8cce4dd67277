import { authorizeGlobally } from "#server/base/kernel/authorize.ts";
import type { Ctx } from "#server/base/kernel/context.ts";
import { isSetUp } from "./is-set-up.ts";
import { hashSetUpCode, newSetUpCode } from "./set-up-code.ts";

const OLD_MS = 24 * 60 * 60 * 1000;

/**
 * A code for the first visitor, null when there are accounts. Only its hash is kept, so each start makes a new one;
 * those of the last day go on working, for processes that start together.
 */
export async function ensureSetUpCode(ctx: Ctx): Promise<string | null> {
  authorizeGlobally(ctx, "people.manage");
  if (await isSetUp(ctx)) return null;
  await ctx.db.setUpCode.deleteMany({
    where: { usedAt: null, createdAt: { lt: new Date(ctx.now().getTime() - OLD_MS) } },
  });
  const code = newSetUpCode();
  await ctx.db.setUpCode.create({ data: { id: ctx.newId(), codeHash: hashSetUpCode(code), createdAt: ctx.now() } });
  return code;
}
