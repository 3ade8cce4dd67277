import { hookSourceNamed } from "#lib/intake/integration/hook-sources.ts";
import type { TxCtx } from "#server/base/kernel/context.ts";
import { newHookSecret, seal } from "#server/intake/webhook/index.ts";

interface Secret {
  integrationId: string;
  source: string;
  /** The one that the tool has made; absent: we make one, but for a tool that makes its own. */
  given: string | undefined;
}

/** Puts a secret in place, sealed. Returns the one that was made here; null for one that was given, or is still to come. */
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
