import type { Token } from "#lib/contract/token.ts";
import { authorizeSelf } from "#server/base/kernel/authorize-self.ts";
import type { Ctx } from "#server/base/kernel/context.ts";
import { presentToken, TOKEN_SELECT } from "./present.ts";

/** My tokens that were not revoked, newest first; ended ones stay until they are removed. */
export async function listTokens(ctx: Ctx): Promise<{ items: Token[] }> {
  const { id: userId } = authorizeSelf(ctx, "read");
  const rows = await ctx.db.apiToken.findMany({
    where: { userId, revokedAt: null },
    select: TOKEN_SELECT,
    orderBy: { id: "desc" },
  });
  return { items: rows.map(presentToken) };
}
