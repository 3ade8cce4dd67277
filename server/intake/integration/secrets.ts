import { hookSourceNamed } from "#lib/intake/integration/hook-sources.ts";
import type { TxCtx } from "#server/base/kernel/context.ts";
import { seal } from "#server/base/process/seal.ts";
import { newHookSecret } from "#server/intake/webhook/index.ts";

interface Secret {
  integrationId: string;
  source: string;
  /** The secret that the tool created. Absent: Afterword creates one, unless the tool creates its own. */
  given: string | undefined;
}

/** Stores a secret, encrypted. Returns the one that was created here. Null for one that was given, or will be. */
export async function addSecret(tx: TxCtx, { integrationId, source, given }: Secret): Promise<string | null> {
  const made = given === undefined && hookSourceNamed(source)?.secretOrigin !== "theirs" ? newHookSecret() : null;
  const secret = given ?? made;
  if (secret === null) return null;
  await tx.db.integrationSecret.create({
    data: {
      id: tx.newId(),
      integrationId,
      sealed: seal(secret, integrationId),
      hint: secret.slice(-4),
      createdAt: tx.now(),
    },
  });
  return made;
}
