import type { Prisma } from "#generated/prisma/client.ts";
import { TOKEN_SCOPES } from "#lib/base/access/roles.ts";
import type { Token } from "#lib/contract/token.ts";
import { authorizeSelf } from "#server/base/kernel/authorize.ts";
import type { Ctx } from "#server/base/kernel/context.ts";
import { toInstantOrNull } from "#server/base/kernel/dates.ts";

export const TOKEN_SELECT = {
  id: true,
  name: true,
  hint: true,
  scopes: true,
  createdAt: true,
  expiresAt: true,
  lastUsedAt: true,
} satisfies Prisma.ApiTokenSelect;

type Row = Prisma.ApiTokenGetPayload<{ select: typeof TOKEN_SELECT }>;

export const presentToken = (row: Row): Token => ({
  ...row,
  scopes: TOKEN_SCOPES.filter((scope) => row.scopes.includes(scope)),
  createdAt: row.createdAt.toISOString(),
  expiresAt: toInstantOrNull(row.expiresAt),
  lastUsedAt: toInstantOrNull(row.lastUsedAt),
});

/** Returns my tokens that weren't revoked, newest first. Ended ones stay until they are removed. */
export async function listTokens(ctx: Ctx): Promise<{ items: Token[] }> {
  const { id: userId } = authorizeSelf(ctx, "read");
  const rows = await ctx.db.apiToken.findMany({
    where: { userId, revokedAt: null },
    select: TOKEN_SELECT,
    orderBy: { id: "desc" },
  });
  return { items: rows.map(presentToken) };
}
