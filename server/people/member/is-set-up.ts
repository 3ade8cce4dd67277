import type { Ctx } from "#server/base/kernel/context.ts";

/** Whether anybody has an account yet. */
export const isSetUp = async (ctx: Ctx): Promise<boolean> =>
  (await ctx.db.user.findFirst({ select: { id: true } })) !== null;
