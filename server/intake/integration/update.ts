import type { Integration, integrationContract } from "#lib/contract/integration.ts";
import type { Ctx } from "#server/base/kernel/context.ts";
import { given } from "#server/base/kernel/given.ts";
import { guardVersion } from "#server/base/kernel/guard-version.ts";
import type { InputOf } from "#server/base/kernel/input.ts";
import { fieldsOf, record } from "#server/base/kernel/record.ts";
import { transact } from "#server/base/kernel/transaction.ts";
import { checkService } from "./create.ts";
import { getIntegration } from "./get.ts";
import { authorizeIntegration } from "./integration-row.ts";

type Input = InputOf<typeof integrationContract.update> & { origin: string };

/**
 * Renames, pauses, resumes, archives or restores. An archived one returns 404 to its sender. Throws `conflict` for a
 * stale version.
 */
export async function updateIntegration(ctx: Ctx, input: Input): Promise<Integration> {
  return transact(ctx, async (tx) => {
    const { id, version, origin, paused, archived, ...fields } = input;
    const before = await authorizeIntegration(tx, id);
    if (fields.serviceId && fields.serviceId !== before.service?.id) await checkService(tx, fields.serviceId);
    const at = (isSet: boolean | undefined) => (isSet === undefined ? undefined : isSet ? tx.now() : null);
    const read = () => getIntegration(tx, { id, origin });
    const changed = await tx.db.integration.updateMany({
      where: { id, version },
      data: { ...given({ ...fields, pausedAt: at(paused), archivedAt: at(archived) }), version: { increment: 1 } },
    });
    await guardVersion(changed, read);
    const asked = given({ ...fields, paused, archived });
    const whole = {
      name: before.name,
      serviceId: before.service?.id ?? null,
      paused: before.pausedAt !== null,
      archived: before.archivedAt !== null,
    };
    const action =
      archived === undefined ? "integration.updated" : archived ? "integration.archived" : "integration.restored";
    return record(tx, {
      action,
      id,
      before: fieldsOf(whole, asked),
      after: asked,
      answer: read,
    });
  });
}
