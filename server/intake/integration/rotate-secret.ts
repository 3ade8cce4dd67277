import { invalid, notFound } from "#lib/base/errors.ts";
import { HOUR_MS } from "#lib/base/time/spans.ts";
import type { Integration, IntegrationWithSecret, integrationContract } from "#lib/contract/integration.ts";
import { hookSourceNamed } from "#lib/intake/integration/hook-sources.ts";
import { OVERLAP_HOURS } from "#lib/intake/integration/limits.ts";
import type { Ctx } from "#server/base/kernel/context.ts";
import type { InputOf } from "#server/base/kernel/input.ts";
import { record } from "#server/base/kernel/record.ts";
import { transact } from "#server/base/kernel/transaction.ts";
import { getIntegration } from "./get.ts";
import { authorizeIntegration } from "./integration-row.ts";
import { addSecret } from "./secrets.ts";

type RotateInput = InputOf<typeof integrationContract.rotateSecret> & { origin: string };
type EndInput = InputOf<typeof integrationContract.endSecret> & { origin: string };

/** Sets a new secret. The old one works for 24 more hours, or ends at once. Older ones keep their end. */
export async function rotateSecret(ctx: Ctx, input: RotateInput): Promise<IntegrationWithSecret> {
  return transact(ctx, async (tx) => {
    const { id, secret: given, endOldAtOnce, origin } = input;
    const { source } = await authorizeIntegration(tx, id);
    const isTheirs = hookSourceNamed(source)?.secretOrigin === "theirs";
    if (isTheirs && given === undefined)
      throw invalid("secret", "This tool creates its own secret. Paste the one that it shows.");
    await tx.db.$queryRaw`SELECT id FROM integration WHERE id = ${id}::uuid FOR NO KEY UPDATE`;
    if (endOldAtOnce) await tx.db.integrationSecret.deleteMany({ where: { integrationId: id } });
    else {
      const expiresAt = new Date(tx.now().getTime() + OVERLAP_HOURS * HOUR_MS);
      await tx.db.integrationSecret.updateMany({ where: { integrationId: id, expiresAt: null }, data: { expiresAt } });
    }
    const secret = await addSecret(tx, { integrationId: id, source, given });
    return record(tx, {
      action: "integration.secret_rotated",
      id,
      after: { endOldAtOnce },
      answer: async () => ({ integration: await getIntegration(tx, { id, origin }), secret }),
    });
  });
}

/** Ends a secret at once. Throws `not_found`. */
export async function endSecret(ctx: Ctx, { id, secretId, origin }: EndInput): Promise<Integration> {
  return transact(ctx, async (tx) => {
    await authorizeIntegration(tx, id);
    const ended = await tx.db.integrationSecret.deleteMany({ where: { id: secretId, integrationId: id } });
    if (ended.count === 0) throw notFound();
    return record(tx, {
      action: "integration.secret_ended",
      id,
      answer: () => getIntegration(tx, { id, origin }),
    });
  });
}
