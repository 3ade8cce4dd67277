import type { Team, teamContract } from "#lib/contract/team.ts";
import { audit } from "#server/base/kernel/audit.ts";
import { authorizeGlobally } from "#server/base/kernel/authorize.ts";
import type { Ctx } from "#server/base/kernel/context.ts";
import { given } from "#server/base/kernel/given.ts";
import { guardVersion } from "#server/base/kernel/guard-version.ts";
import type { InputOf } from "#server/base/kernel/input.ts";
import { emit } from "#server/base/kernel/outbox.ts";
import { refuseDuplicate } from "#server/base/kernel/refuse-duplicate.ts";
import { transact } from "#server/base/kernel/transaction.ts";
import { checkParent, checkPeople, NAME_TAKEN } from "./checks.ts";
import { getTeam } from "./get.ts";
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
    const changed = await refuseDuplicate(
      tx.db.team.updateMany({
        where: { id, version },
        data: { ...given({ name, managerId, parentId, archivedAt }), version: { increment: 1 } },
      }),
      "name",
      NAME_TAKEN,
    );
    await guardVersion(changed, () => getTeam(tx, { id }));
    if (memberIds) await setMembers(tx, id, memberIds);
    const action = archived === undefined ? "team.updated" : archived ? "team.archived" : "team.restored";
    const asked = given({ name, managerId, parentId, memberIds, archived });
    await audit(tx, { action, noun: "team", nounId: id, before: asInput(before, asked), after: asked });
    await emit(tx, "record.changed", { noun: "team", id, incidentId: null });
    return getTeam(tx, { id });
  });
}

// What was before, in the words and for the fields of the change, so that the two can be read side by side.
function asInput(team: Team, asked: object): object {
  const whole = {
    name: team.name,
    managerId: team.manager?.id ?? null,
    parentId: team.parent?.id ?? null,
    memberIds: team.members.map(({ id }) => id),
    archived: team.archived,
  };
  return Object.fromEntries(Object.entries(whole).filter(([field]) => field in asked));
}
