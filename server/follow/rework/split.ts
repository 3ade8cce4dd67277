import { z } from "zod";
import { actorId } from "#lib/base/access/actor.ts";
import { invalid, refuse } from "#lib/base/errors.ts";
import type { ActionItem } from "#lib/contract/action-item.ts";
import type { actionReworkContract } from "#lib/contract/action-rework.ts";
import { isSettled } from "#lib/follow/action-item/due.ts";
import { authorizeGlobally } from "#server/base/kernel/authorize.ts";
import type { Ctx, TxCtx } from "#server/base/kernel/context.ts";
import type { InputOf } from "#server/base/kernel/input.ts";
import { actionKeyOf } from "#server/base/kernel/keys.ts";
import type { Change } from "#server/base/kernel/nouns.ts";
import { recordAll } from "#server/base/kernel/record.ts";
import { transact } from "#server/base/kernel/transaction.ts";
import {
  type ActionRecord,
  awaitsPublication,
  bumpVersion,
  checkOwner,
  getActionItem,
  inheritable,
  loadActionItem,
  relationKey,
  relistInChanges,
  tellFollowers,
  tellOwner,
} from "../action-item/index.ts";
import { keepRework } from "./keep.ts";
import { authorizeAndLoad } from "./load.ts";

type Part = InputOf<typeof actionReworkContract.split>["parts"][number];

/** Which items of the checklist went to which part. */
const Split = z.object({ checks: z.array(z.object({ id: z.string(), partId: z.string() })) });

/**
 * Splits parts off an action. Each is a proposed action of the same incident and review, so it has the same readers,
 * with the same date and factors, and relates to the action. That stays, without the items of its checklist that went along.
 */
export async function split(ctx: Ctx, input: InputOf<typeof actionReworkContract.split>): Promise<ActionItem> {
  return transact(ctx, async (tx) => {
    const { key, version, parts } = input;
    authorizeGlobally(tx, "action.create");
    const { row, refs } = await authorizeAndLoad(tx, key);
    await bumpVersion(tx, row, version);
    if (isSettled(row.status) || row.status === "waived" || row.archivedAt !== null)
      throw refuse("split_status", "Only an open action can be split. Create a new action instead.");
    const asked = parts.flatMap(({ checkIds }) => checkIds);
    if (new Set(asked).size !== asked.length || asked.some((id) => !row.checks.some((check) => check.id === id)))
      throw invalid("parts", "Each checklist item can go to only one part, and must belong to this action");
    const factors = await tx.db.actionItemFactor.findMany({ where: { actionItemId: row.id } });
    const factorIds = factors.map(({ factorId }) => factorId);
    const otherIds: string[] = [];
    const heirs = await inheritable(tx, row);
    const isCountedAgain = row.dueBasis === "provisional" && awaitsPublication(row, refs);
    for (const [at, part] of parts.entries()) {
      const { ownerId = heirs.ownerId } = part;
      await checkOwner(tx, ownerId, `parts.${at}.ownerId`);
      otherIds.push(await createPart(tx, { ...row, ...heirs, ownerId, isCountedAgain }, part, factorIds));
    }
    await relateParts(tx, row.id, otherIds);
    const checks = parts.flatMap(({ checkIds }, at) => checkIds.map((id) => ({ id, partId: otherIds[at] ?? "" })));
    await keepRework(tx, { kind: "split", actionItemId: row.id, otherIds, detail: { checks } });
    await tellFollowers(tx, row, { news: "Split" });
    const created = otherIds.map((id): Change<"action_item"> => {
      return { action: "action_item.split_off", id, incidentId: row.incidentId, after: { fromId: row.id } };
    });
    const entry = { action: "action_item.split" as const, id: row.id, incidentId: row.incidentId, after: { otherIds } };
    return recordAll(tx, [entry, ...created], () => getActionItem(tx, { key }));
  });
}

async function createPart(
  tx: TxCtx,
  row: ActionRecord & { isCountedAgain: boolean },
  part: Part,
  factorIds: readonly string[],
): Promise<string> {
  const { title, doneWhen, checkIds } = part;
  const id = tx.newId();
  const { type, priority, ownerId, teamId, incidentId, reviewId, dueDate } = row;
  // A date that was counted is of the action it was counted for, unless it's counted again at the publication.
  const dueBasis = dueDate === null || row.isCountedAgain ? row.dueBasis : "person";
  const { number } = await tx.db.actionItem.create({
    data: {
      ...{ id, title, doneWhen, ownerId, type, priority, teamId, incidentId, reviewId, dueDate, dueBasis },
      ...{ createdById: actorId(tx.actor), createdAt: tx.now(), demo: row.demo },
      factors: { create: factorIds.map((factorId) => ({ factorId })) },
    },
    select: { number: true },
  });
  await tx.db.actionCheck.updateMany({ where: { id: { in: checkIds } }, data: { actionItemId: id } });
  await tellOwner(tx, (await loadActionItem(tx, actionKeyOf(number))).row);
  return id;
}

/** Without entries of their own: the split says it. */
const relateParts = (tx: TxCtx, id: string, partIds: readonly string[]) =>
  tx.db.actionRelation.createMany({
    data: partIds.map((partId) => ({
      ...relationKey(id, "relates", partId),
      ...{ addedById: actorId(tx.actor), addedAt: tx.now() },
    })),
  });

/**
 * Archives parts that no one has worked on, and gives the action its checklist back. Returns the entries for the
 * history of the strategic changes that a part belongs to.
 */
export async function undoSplit(tx: TxCtx, row: ActionRecord, partIds: readonly string[], detail: unknown) {
  const { checks } = Split.parse(detail);
  const where = { id: { in: [...partIds] }, version: 1, status: "proposed" as const, threads: { none: {} } };
  const relisted = await relistInChanges(tx, partIds, async () => {
    const data = { archivedAt: tx.now(), version: { increment: 1 } };
    const { count } = await tx.db.actionItem.updateMany({ where, data });
    if (count !== partIds.length)
      throw refuse("not_undone", "One of the parts was changed since. Merge the parts into this action instead.");
  });
  await tx.db.actionRelation.deleteMany({ where: { OR: partIds.map((id) => relationKey(row.id, "relates", id)) } });
  await tx.db.actionCheck.updateMany({
    where: { id: { in: checks.map(({ id }) => id) } },
    data: { actionItemId: row.id },
  });
  return relisted;
}
