import type { Team, teamContract } from "#lib/contract/team.ts";
import { authorizeGlobally } from "#server/base/kernel/authorize.ts";
import type { Ctx } from "#server/base/kernel/context.ts";
import { given } from "#server/base/kernel/given.ts";
import { guardVersion } from "#server/base/kernel/guard-version.ts";
import type { InputOf } from "#server/base/kernel/input.ts";
import { fieldsOf, record } from "#server/base/kernel/record.ts";
import { refuseDuplicate } from "#server/base/kernel/refuse-duplicate.ts";
import { transact } from "#server/base/kernel/transaction.ts";
import { checkParent, checkPeople, NAME_TAKEN } from "./checks.ts";
import { getTeam } from "./read.ts";
import { setMembers } from "./set-members.ts";

/** Changes, archives or restores a team. Throws `invalid` as creating does, `conflict` for a stale version. */
export async function updateTeam(ctx: Ctx, input: InputOf<typeof teamContract.update>): Promise<Team> {
  return transact(ctx, async (tx) => {
    authorizeGlobally(tx, "people.manage");
    const { id, version, name, managerId, parentId, memberIds, archived } = input;
    const before = await getTeam(tx, { id });
    const known = [...before.members.map((member) => member.id), ...(before.manager ? [before.manager.id] : [])];
    await checkPeople(tx, { ...given({ managerId, memberIds }), known });
    if (parentId && parentId !== before.parent?.id) await checkParent(tx, parentId, id);
    const archivedAt = archived === undefined ? undefined : archived ? tx.now() : null;
    const read = () => getTeam(tx, { id });
    const changed = await refuseDuplicate(
      tx.db.team.updateMany({
        where: { id, version },
        data: { ...given({ name, managerId, parentId, archivedAt }), version: { increment: 1 } },
      }),
      "name",
      NAME_TAKEN,
    );
    await guardVersion(changed, read);
    if (memberIds) await setMembers(tx, id, memberIds);
    const action = archived === undefined ? "team.updated" : archived ? "team.archived" : "team.restored";
    const asked = given({ name, managerId, parentId, memberIds, archived });
    return record(tx, {
      action,
      id,
      before: fieldsOf(inWords(before), asked),
      after: asked,
      answer: read,
    });
  });
}

/** Returns the team with the fields that can be changed. */
const inWords = ({ manager, parent, members, ...team }: Team) => ({
  ...team,
  managerId: manager?.id ?? null,
  parentId: parent?.id ?? null,
  memberIds: members.map(({ id }) => id),
});
