import { invalid } from "#lib/base/errors.ts";
import type { TxCtx } from "#server/base/kernel/context.ts";
import { numberOfKey } from "#server/base/kernel/keys.ts";
import { readableFactors } from "#server/follow/action-item/index.ts";
import { STATED_FACTOR, statedFactors } from "#server/reviews/review/index.ts";
import { readableActions } from "./select.ts";

interface Links {
  factorIds?: readonly string[] | undefined;
  actionKeys?: readonly string[] | undefined;
}

/** Sets the factors and actions of a change. Links that the actor can't read, including those of a draft, are kept. */
export async function replaceLinks(tx: TxCtx, changeId: string, { factorIds, actionKeys }: Links): Promise<void> {
  if (factorIds) await replaceFactors(tx, changeId, [...new Set(factorIds)]);
  if (actionKeys) await replaceActions(tx, changeId, [...new Set(actionKeys.map(numberOfKey))]);
}

/** Sets the other teams of a change. A team that leads it from now isn't one of them any more. */
export async function replaceTeams(
  tx: TxCtx,
  changeId: string,
  { teamId, otherTeamIds }: { teamId?: string | null | undefined; otherTeamIds?: readonly string[] | undefined },
): Promise<void> {
  if (otherTeamIds) {
    const teamIds = [...new Set(otherTeamIds)];
    await tx.db.strategicChangeTeam.deleteMany({ where: { changeId, teamId: { notIn: teamIds } } });
    await tx.db.strategicChangeTeam.createMany({
      data: teamIds.map((id) => ({ changeId, teamId: id })),
      skipDuplicates: true,
    });
  } else if (teamId) await tx.db.strategicChangeTeam.deleteMany({ where: { changeId, teamId } });
}

async function replaceFactors(tx: TxCtx, changeId: string, factorIds: string[]): Promise<void> {
  const readable = readableFactors(tx.actor);
  const found = await tx.db.factor.count({ where: { AND: [{ id: { in: factorIds } }, readable] } });
  if (found !== factorIds.length) throw invalid("factorIds", "One of these factors does not exist");
  const linked = await tx.db.strategicChangeFactor.findMany({
    where: { changeId, factor: readable },
    select: { factor: { select: STATED_FACTOR } },
  });
  const shown = await statedFactors(
    tx,
    linked.map(({ factor }) => factor),
  );
  await tx.db.strategicChangeFactor.deleteMany({ where: { changeId, factorId: { in: shown.map(({ id }) => id) } } });
  await tx.db.strategicChangeFactor.createMany({
    data: factorIds.map((factorId) => ({ changeId, factorId })),
    skipDuplicates: true,
  });
}

async function replaceActions(tx: TxCtx, changeId: string, numbers: number[]): Promise<void> {
  const readable = readableActions(tx.actor);
  const found = await tx.db.actionItem.findMany({
    where: { AND: [{ number: { in: numbers } }, readable] },
    select: { id: true },
  });
  if (found.length !== numbers.length) throw invalid("actionKeys", "One of these action items does not exist");
  await tx.db.strategicChangeAction.deleteMany({ where: { changeId, actionItem: readable } });
  await tx.db.strategicChangeAction.createMany({ data: found.map(({ id }) => ({ changeId, actionItemId: id })) });
}
