import type { Prisma } from "#generated/prisma/client.ts";
import { TOKEN_SCOPES } from "#lib/base/access/roles.ts";
import type { Token } from "#lib/contract/token.ts";
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
