import type { Prisma } from "#generated/prisma/client.ts";
import type { Ctx } from "#server/base/kernel/context.ts";
import { config } from "#server/base/process/config.ts";
import { demoDoor } from "#server/people/auth/demo-door.ts";

// Demo accounts that nobody can enter are as good as none.
const enterable = (): Prisma.UserWhereInput => (demoDoor(config()) === "nobody" ? { demo: false } : {});

const anyOf = async (ctx: Ctx, where: Prisma.UserWhereInput): Promise<boolean> =>
  (await ctx.db.user.findFirst({ where: { AND: [enterable(), where] }, select: { id: true } })) !== null;

/** Whether anyone has an account that can be entered. */
export const hasAccounts = (ctx: Ctx): Promise<boolean> => anyOf(ctx, {});

/** Whether an admin has such an account, so no one needs the set-up code any more. */
export const isSetUp = (ctx: Ctx): Promise<boolean> => anyOf(ctx, { role: "admin", disabledAt: null });
