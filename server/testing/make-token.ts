import type { PrismaClient } from "#generated/prisma/client.ts";
import { newSecret } from "#server/people/auth/one-time-secret.ts";

/** Creates a personal token; returns its secret. */
export async function makeToken(
  prisma: PrismaClient,
  userId: string,
  scopes: ("read" | "write" | "admin")[],
): Promise<string> {
  const { secret, hash: tokenHash, hint } = newSecret("aw_");
  await prisma.apiToken.create({ data: { id: crypto.randomUUID(), userId, name: "test", tokenHash, hint, scopes } });
  return secret;
}
