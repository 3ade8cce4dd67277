import { actorId } from "#lib/base/access/actor.ts";
import { invalid } from "#lib/base/errors.ts";
import type { IntegrationWithSecret, integrationContract } from "#lib/contract/integration.ts";
import { authorizeGlobally } from "#server/base/kernel/authorize.ts";
import type { Ctx } from "#server/base/kernel/context.ts";
import type { InputOf } from "#server/base/kernel/input.ts";
import { record } from "#server/base/kernel/record.ts";
import { transact } from "#server/base/kernel/transaction.ts";
import { newHookKey } from "#server/intake/webhook/index.ts";
import { getIntegration } from "./get.ts";
import { addSecret } from "./secrets.ts";

type Input = InputOf<typeof integrationContract.create> & { origin: string };

/**
 * Connects a tool. Its secret, if Afterword creates it, is only in this response. Throws `invalid` for an unknown
 * service.
 */
export async function createIntegration(ctx: Ctx, input: Input): Promise<IntegrationWithSecret> {
  return transact(ctx, async (tx) => {
    authorizeGlobally(tx, "integration.manage");
    const { source, name, serviceId, secret: given, origin } = input;
    await checkService(tx, serviceId);
    const id = tx.newId();
    await tx.db.integration.create({
      data: { id, source, name, serviceId, key: newHookKey(), createdById: actorId(tx.actor), createdAt: tx.now() },
    });
    const secret = await addSecret(tx, { integrationId: id, source, given });
    return record(tx, {
      action: "integration.created",
      id,
      after: { source, name, serviceId },
      answer: async () => ({ integration: await getIntegration(tx, { id, origin }), secret }),
    });
  });
}

/** Throws `invalid` for a service that is unknown or archived. */
export async function checkService(ctx: Ctx, serviceId: string | null): Promise<void> {
  if (serviceId === null) return;
  const found = await ctx.db.service.count({ where: { id: serviceId, archivedAt: null } });
  if (found === 0) throw invalid("serviceId", "This service isn't in use. Choose from the list of services.");
}
