import type { Team, teamContract } from "#lib/contract/team.ts";
import { authorizeGlobally } from "#server/base/kernel/authorize.ts";
import type { Ctx } from "#server/base/kernel/context.ts";
import type { InputOf } from "#server/base/kernel/input.ts";
import { record } from "#server/base/kernel/record.ts";
import { refuseDuplicate } from "#server/base/kernel/refuse-duplicate.ts";
import { transact } from "#server/base/kernel/transaction.ts";
import { checkParent, checkPeople, NAME_TAKEN } from "./checks.ts";
import { getTeam } from "./read.ts";
import { setMembers } from "./set-members.ts";

/** Adds a team. Throws `invalid` for a name that is taken, unknown people or an invalid parent. */
export async function createTeam(ctx: Ctx, input: InputOf<typeof teamContract.create>): Promise<Team> {
  return transact(ctx, async (tx) => {
    authorizeGlobally(tx, "people.manage");
    const { name, managerId, parentId, memberIds } = input;
    await checkPeople(tx, { managerId, memberIds, known: [] });
    if (parentId) await checkParent(tx, parentId, null);
    const id = tx.newId();
    await refuseDuplicate(
      tx.db.team.create({ data: { id, name, managerId, parentId, createdAt: tx.now() } }),
      "name",
      NAME_TAKEN,
    );
    await setMembers(tx, id, memberIds);
    return record(tx, {
      action: "team.created",
      id,
      after: input,
      answer: () => getTeam(tx, { id }),
    });
  });
}
