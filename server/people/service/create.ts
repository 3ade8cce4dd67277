import type { GlobalAction } from "#lib/base/access/actions.ts";
import type { Service, serviceContract } from "#lib/contract/service.ts";
import { authorizeGlobally } from "#server/base/kernel/authorize.ts";
import type { Ctx } from "#server/base/kernel/context.ts";
import type { InputOf } from "#server/base/kernel/input.ts";
import { record } from "#server/base/kernel/record.ts";
import { refuseDuplicate } from "#server/base/kernel/refuse-duplicate.ts";
import { transact } from "#server/base/kernel/transaction.ts";
import { checkOwnerTeam, NAME_TAKEN } from "./checks.ts";
import { getService } from "./read.ts";

type Fields = InputOf<typeof serviceContract.create> | (InputOf<typeof serviceContract.propose> & { proposed: true });

function addService(ctx: Ctx, may: GlobalAction, input: Fields): Promise<Service> {
  return transact(ctx, async (tx) => {
    authorizeGlobally(tx, may);
    if ("ownerTeamId" in input && input.ownerTeamId) await checkOwnerTeam(tx, input.ownerTeamId);
    const id = tx.newId();
    const row = tx.db.service.create({ data: { ...input, id, createdAt: tx.now() } });
    await refuseDuplicate(row, "name", NAME_TAKEN);
    const action = "proposed" in input ? "service.proposed" : "service.created";
    return record(tx, {
      action,
      id,
      after: input,
      answer: () => getService(tx, { id }),
    });
  });
}

/** Adds a service. Throws `invalid` for a name that is taken or an owner team that isn't in use. */
export const createService = (ctx: Ctx, input: InputOf<typeof serviceContract.create>): Promise<Service> =>
  addService(ctx, "settings.manage", input);

/** Adds a service by its name alone, for an admin to confirm. Throws `invalid` for a name that is taken. */
export const proposeService = (ctx: Ctx, input: InputOf<typeof serviceContract.propose>): Promise<Service> =>
  addService(ctx, "service.propose", { ...input, proposed: true });
