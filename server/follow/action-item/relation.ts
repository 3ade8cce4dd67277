import { Prisma } from "#generated/prisma/client.ts";
import { actorId } from "#lib/base/access/actor.ts";
import { refuse } from "#lib/base/errors.ts";
import type { Relation } from "#lib/base/vocabulary/action-item.ts";
import type { ActionItem } from "#lib/contract/action-item.ts";
import type { actionPartContract } from "#lib/contract/action-part.ts";
import { authorize } from "#server/base/kernel/authorize.ts";
import type { Ctx, TxCtx } from "#server/base/kernel/context.ts";
import type { InputOf } from "#server/base/kernel/input.ts";
import type { Change } from "#server/base/kernel/nouns.ts";
import { recordAll, unrecorded } from "#server/base/kernel/record.ts";
import { transact } from "#server/base/kernel/transaction.ts";
import { type Blocker, findOther } from "./checks.ts";
import { actionItemFacts } from "./facts.ts";
import { loadActionItem } from "./load.ts";
import { presentActionItem } from "./present.ts";
import { OTHER_SIDE, type RelationKey, relationKey } from "./relations-of.ts";
import { bumpVersion } from "./write-step.ts";

/** Relates an action to another one that the actor can read. Repeated, it changes nothing. */
export const relate = (ctx: Ctx, input: InputOf<typeof actionPartContract.relate>): Promise<ActionItem> =>
  changeRelation(ctx, input, "related", addRelation);

export const unrelate = (ctx: Ctx, input: InputOf<typeof actionPartContract.unrelate>): Promise<ActionItem> =>
  changeRelation(ctx, input, "unrelated", async (tx, where) => {
    const { count } = await tx.db.actionRelation.deleteMany({ where });
    return count > 0;
  });

async function changeRelation(
  ctx: Ctx,
  { key, version, relation, otherKey }: InputOf<typeof actionPartContract.relate>,
  verb: "related" | "unrelated",
  write: (tx: TxCtx, row: RelationKey) => Promise<boolean>,
): Promise<ActionItem> {
  return transact(ctx, async (tx) => {
    const { row, refs } = await loadActionItem(tx, key);
    authorize(tx, "actionItem", "edit", actionItemFacts(tx.actor, row, refs));
    const otherId = await findOther(tx, row.id, otherKey, "otherKey");
    if (row.version !== version) await bumpVersion(tx, row, version);
    const isChanged = await write(tx, relationKey(row.id, relation, otherId));
    const answer = async () => presentActionItem(tx, await loadActionItem(tx, key));
    if (!isChanged) return unrecorded("no change", answer);
    await bumpVersion(tx, row, version);
    return recordAll(tx, await bothSides(tx, verb, row.id, relation, otherId), answer);
  });
}

/** Returns an entry for the history of each of the two. They hold ids only: the other title can be more secret. */
async function bothSides(tx: TxCtx, verb: "related" | "unrelated", id: string, relation: Relation, otherId: string) {
  const rows = await tx.db.actionItem.findMany({
    where: { id: { in: [id, otherId] } },
    select: { id: true, incidentId: true },
  });
  return rows.map(({ id: one, incidentId }): Change<"action_item"> => {
    const after = one === id ? { relation, otherId } : { relation: OTHER_SIDE[relation], otherId: id };
    return { action: `action_item.${verb}`, id: one, incidentId, after };
  });
}

const CIRCLE = "One of the two already waits for the other, so each would wait for itself. Choose another relation.";

/** Adds a relation. Throws `rule` if actions would block each other in a circle. */
async function addRelation(tx: TxCtx, row: RelationKey): Promise<boolean> {
  if (row.kind === "blocks" && (await closesCircle(tx, row))) throw refuse("relation_circle", CIRCLE);
  const data = [{ ...row, addedById: actorId(tx.actor), addedAt: tx.now() }];
  return (await tx.db.actionRelation.createMany({ data, skipDuplicates: true })).count > 0;
}

/** Returns whether actions would block each other in a circle. One writer at a time, or two could close one together. */
export async function closesCircle(
  tx: TxCtx,
  { fromId, toId }: Pick<RelationKey, "fromId" | "toId">,
): Promise<boolean> {
  await tx.db.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended('action_relation', 0))`;
  const found = await tx.db.$queryRaw<unknown[]>(Prisma.sql`
    WITH RECURSIVE waiting AS (
      SELECT ${toId}::uuid AS id
      UNION
      SELECT r.to_id FROM waiting JOIN action_relation r ON r.from_id = waiting.id AND r.kind = 'blocks'
    ) SELECT 1 FROM waiting WHERE id = ${fromId}::uuid`);
  return found.length > 0;
}

/**
 * Sets which action is why another one is marked as blocked, or that none is. It is a relation of the two like any
 * other. Returns the entry for the history of the one that blocks.
 */
export async function setFlag(tx: TxCtx, id: string, by: Blocker | null): Promise<Change<"action_item">[]> {
  const fromId = by?.kind === "action" ? await findOther(tx, id, by.id, "blockedBy") : null;
  const ended = await endFlag(tx, id, fromId);
  const isNew = fromId !== null && (await addFlag(tx, fromId, id));
  return isNew ? [...ended, ...(await blockerSide(tx, fromId, id))] : ended;
}

/** Makes an action why another one is marked as blocked again. Returns the entry for the history of the one that blocks. */
export const raiseFlag = async (tx: TxCtx, fromId: string, id: string): Promise<Change<"action_item">[]> =>
  (await addFlag(tx, fromId, id)) ? blockerSide(tx, fromId, id) : [];

/** Makes an action why another one is marked as blocked. Returns whether they weren't related so before. */
async function addFlag(tx: TxCtx, fromId: string, id: string): Promise<boolean> {
  const row = relationKey(fromId, "blocks", id);
  const isNew = await addRelation(tx, row);
  await tx.db.actionRelation.updateMany({ where: row, data: { isFlag: true } });
  return isNew;
}

/**
 * Removes the relation that marks an action as blocked, except `keptId`. Returns the entry for the history of the one
 * that blocked. The database would remove the relation with the flag, but leave no trace of it.
 */
export async function endFlag(tx: TxCtx, id: string, keptId: string | null = null): Promise<Change<"action_item">[]> {
  return removeFlags(tx, { toId: id, isFlag: true, ...(keptId ? { NOT: { fromId: keptId } } : {}) });
}

/** The same for several actions. Those without a flag are skipped. */
export async function endFlags(tx: TxCtx, ids: readonly string[]): Promise<Change<"action_item">[]> {
  return ids.length > 0 ? removeFlags(tx, { toId: { in: [...ids] }, isFlag: true }) : [];
}

async function removeFlags(tx: TxCtx, where: Prisma.ActionRelationWhereInput): Promise<Change<"action_item">[]> {
  const flags = await tx.db.actionRelation.findMany({
    where,
    select: { fromId: true, toId: true, from: { select: { incidentId: true } } },
  });
  if (flags.length > 0) await tx.db.actionRelation.deleteMany({ where });
  return flags.map(({ fromId: id, toId: otherId, from: { incidentId } }) => ({
    ...{ action: "action_item.unrelated" as const, id, incidentId },
    after: { relation: "blocks" satisfies Relation, otherId },
  }));
}

/** The other side has the entry of its blocked flag. */
const blockerSide = async (tx: TxCtx, fromId: string, id: string) =>
  (await bothSides(tx, "related", fromId, "blocks", id)).filter((entry) => entry.id === fromId);
