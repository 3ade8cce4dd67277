import { actorId } from "#lib/base/access/actor.ts";
import type { StrategicChange, strategicChangeContract } from "#lib/contract/strategic-change.ts";
import { authorizeGlobally } from "#server/base/kernel/authorize.ts";
import type { Ctx } from "#server/base/kernel/context.ts";
import type { InputOf } from "#server/base/kernel/input.ts";
import { changeKeyOf } from "#server/base/kernel/keys.ts";
import { record } from "#server/base/kernel/record.ts";
import { transact } from "#server/base/kernel/transaction.ts";
import { checkPerson, checkTeams } from "./checks.ts";
import { addDecision } from "./decisions.ts";
import { getStrategicChange } from "./load.ts";
import { replaceLinks, replaceTeams } from "./replace-links.ts";
import { tellAssigned } from "./tell.ts";

type Input = InputOf<typeof strategicChangeContract.create>;

/** Proposes a strategic change with the factors it is based on and the actions that are part of it. */
export async function createStrategicChange(ctx: Ctx, input: Input): Promise<StrategicChange> {
  return transact(ctx, async (tx) => {
    authorizeGlobally(tx, "change.create");
    const { factorIds, actionKeys, otherTeamIds, theme = null, ...fields } = input;
    await checkPerson(tx, "ownerId", fields.ownerId);
    await checkPerson(tx, "sponsorId", fields.sponsorId);
    await checkTeams(tx, { teamId: fields.teamId, otherTeamIds });
    const id = tx.newId();
    const at = tx.now();
    const row = await tx.db.strategicChange.create({
      data: { ...fields, theme, id, createdById: actorId(tx.actor), createdAt: at, statusAt: at },
      select: { number: true, title: true, ownerId: true },
    });
    await replaceLinks(tx, id, { factorIds, actionKeys });
    await replaceTeams(tx, id, { otherTeamIds });
    await addDecision(tx, id, { from: null, to: "proposed", reason: null });
    await tellAssigned(tx, row);
    return record(tx, {
      action: "strategic_change.created",
      id,
      after: input,
      answer: () => getStrategicChange(tx, { key: changeKeyOf(row.number) }),
    });
  });
}
