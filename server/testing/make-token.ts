import type { PrismaClient } from "#generated/prisma/client.ts";
import { newSecret } from "#server/people/auth/one-time-secret.ts";

/** Creates a personal token, with its end if it has one. Returns its secret. */
export async function makeToken(
  prisma: PrismaClient,
  userId: string,
  scopes: ("read" | "write" | "admin")[],
  ended: { expiresAt?: Date; revokedAt?: Date } = {},
): Promise<string> {
  const { secret, hash: tokenHash, hint } = newSecret("aw_");
  const fields = { id: crypto.randomUUID(), userId, name: "test", tokenHash, hint, scopes };
  await prisma.apiToken.create({ data: { ...fields, ...ended } });
  return secret;
}
