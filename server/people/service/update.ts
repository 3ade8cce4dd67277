import type { Service, serviceContract } from "#lib/contract/service.ts";
import { authorizeGlobally } from "#server/base/kernel/authorize.ts";
import type { Ctx } from "#server/base/kernel/context.ts";
import { given } from "#server/base/kernel/given.ts";
import { guardVersion } from "#server/base/kernel/guard-version.ts";
import type { InputOf } from "#server/base/kernel/input.ts";
import { fieldsOf, record } from "#server/base/kernel/record.ts";
import { refuseDuplicate } from "#server/base/kernel/refuse-duplicate.ts";
import { transact } from "#server/base/kernel/transaction.ts";
import { checkOwnerTeam, NAME_TAKEN } from "./checks.ts";
import { getService } from "./read.ts";

/** Changes, archives or restores a service. Throws `invalid` as creating does, `conflict` for a stale version. */
export async function updateService(ctx: Ctx, input: InputOf<typeof serviceContract.update>): Promise<Service> {
  return transact(ctx, async (tx) => {
    authorizeGlobally(tx, "settings.manage");
    const { id, version, archived, ...fields } = input;
    const before = await getService(tx, { id });
    if (fields.ownerTeamId && fields.ownerTeamId !== before.ownerTeam?.id) await checkOwnerTeam(tx, fields.ownerTeamId);
    const archivedAt = archived === undefined ? undefined : archived ? tx.now() : null;
    const read = () => getService(tx, { id });
    const changed = await refuseDuplicate(
      tx.db.service.updateMany({
        where: { id, version },
        data: { ...given({ ...fields, archivedAt }), version: { increment: 1 } },
      }),
      "name",
      NAME_TAKEN,
    );
    await guardVersion(changed, read);
    const isConfirmed = fields.proposed === false && before.proposed;
    const said = isConfirmed ? "service.confirmed" : "service.updated";
    const action = archived === undefined ? said : archived ? "service.archived" : "service.restored";
    const asked = given({ ...fields, archived });
    return record(tx, {
      action,
      id,
      before: fieldsOf({ ...before, ownerTeamId: before.ownerTeam?.id ?? null }, asked),
      after: asked,
      answer: read,
    });
  });
}
