import { z } from "zod";
import { Prisma } from "#generated/prisma/client.ts";
import { actorId } from "#lib/base/access/actor.ts";
import { invalid, notFound } from "#lib/base/errors.ts";
import { PURGED_TITLE } from "#lib/base/vocabulary/action-item.ts";
import { DIGEST_CODE } from "#lib/base/vocabulary/message-kind.ts";
import type { ActionTombstone, actionReworkContract } from "#lib/contract/action-rework.ts";
import { authorize } from "#server/base/kernel/authorize.ts";
import type { Ctx, TxCtx } from "#server/base/kernel/context.ts";
import type { InputOf } from "#server/base/kernel/input.ts";
import { actionKeyOf, numberOfKey } from "#server/base/kernel/keys.ts";
import { record } from "#server/base/kernel/record.ts";
import { transact } from "#server/base/kernel/transaction.ts";
import { deleteUnused } from "#server/incidents/evidence/index.ts";
import { markdownWithoutRow } from "#server/reviews/frozen/index.ts";
import {
  type ActionRecord,
  actionItemFacts,
  bumpVersion,
  loadActionItem,
  tombstoneVisibleTo,
} from "../action-item/index.ts";

/**
 * Deletes an action with its text everywhere that Afterword wrote it. What stays says when and by whom it was purged,
 * not what it was. Its number is never used again.
 */
export async function purge(ctx: Ctx, input: InputOf<typeof actionReworkContract.purge>): Promise<ActionTombstone> {
  return transact(ctx, async (tx) => {
    const { key, version, confirm } = input;
    const { row, refs } = await loadActionItem(tx, key);
    authorize(tx, "actionItem", "purge", actionItemFacts(tx.actor, row, refs));
    if (confirm !== key) throw invalid("confirm", `Enter ${key} to confirm`);
    await bumpVersion(tx, row, version);
    await forgetMessages(tx, key);
    await forgetInDigests(tx, key);
    await forgetVersions(tx, row);
    await forgetAudit(tx, row.id);
    await tx.db.actionRework.updateMany({ where: { actionItemId: row.id }, data: { detail: {} } });
    await tx.db.actionTombstone.create({
      data: {
        ...{ number: row.number, actionItemId: row.id, incidentId: row.incidentId },
        ...{ purgedAt: tx.now(), purgedById: actorId(tx.actor) },
      },
    });
    await tx.db.actionItem.delete({ where: { id: row.id } });
    await deleteUnused(
      tx,
      row.evidence.map(({ fileHash }) => fileHash),
    );
    return record(tx, {
      ...{ action: "action_item.purged", id: row.id, incidentId: row.incidentId },
      answer: () => getTombstone(tx, { key }),
    });
  });
}

/** Messages about it, with their subjects. */
async function forgetMessages(tx: TxCtx, key: string): Promise<void> {
  const href = `/actions/${key}`;
  await tx.db.notification.deleteMany({ where: { OR: [{ href }, { href: { startsWith: `${href}?` } }] } });
}

const Blocks = z.record(
  z.string(),
  z.object({ columns: z.array(z.string()), rows: z.array(z.object({ key: z.string(), cells: z.array(z.string()) })) }),
);

const Things = z.array(z.looseObject({ key: z.string(), title: z.string() }));

/** Digests keep their other lines. */
async function forgetInDigests(tx: TxCtx, key: string): Promise<void> {
  const rows = await tx.db.$queryRaw<{ id: string; subject: string; body: string; things: unknown }[]>`
    SELECT id, subject, body, things FROM notification
    WHERE kind = ${DIGEST_CODE} AND things @> ${JSON.stringify([{ key }])}::jsonb FOR UPDATE`;
  for (const { id, things, ...words } of rows) {
    const listed = Things.parse(things);
    const titles = listed.flatMap((thing) => (thing.key === key ? thing.title : []));
    const without = (text: string) =>
      titles.reduce((left, title) => left.replaceAll(`${key} ${title}`, `${key} ${PURGED_TITLE}`), text);
    const kept = listed.map((thing) => (thing.key === key ? { ...thing, title: PURGED_TITLE } : thing));
    const data = {
      subject: without(words.subject),
      body: without(words.body),
      things: JSON.parse(JSON.stringify(kept)),
    };
    await tx.db.notification.update({ where: { id }, data });
  }
}

/** Versions of reviews keep what their live blocks showed, including the Markdown. */
async function forgetVersions(tx: TxCtx, { number }: ActionRecord): Promise<void> {
  const key = actionKeyOf(number);
  const rows = await tx.db.$queryRaw<{ id: string; blocks: unknown; markdown: string }[]>`
    SELECT id, blocks, markdown FROM review_version
    WHERE blocks::text LIKE ${`%"${key}"%`} OR markdown LIKE ${`%${key}%`} FOR UPDATE`;
  for (const { id, blocks, markdown } of rows) {
    const all = blocks === null ? {} : Blocks.parse(blocks);
    const shown = all.actions?.rows.find((line) => line.key === key)?.cells ?? [];
    const kept = Object.entries(all).map(([kind, block]) => {
      const rows = block.rows.map((line) => (line.key === key ? { key, cells: purgedCells(line.cells) } : line));
      return [kind, { ...block, rows }];
    });
    const data = { markdown: markdownWithoutRow(markdown, { key, cells: shown }, PURGED_TITLE) };
    await tx.db.reviewVersion.update({
      where: { id },
      data: blocks === null ? data : { ...data, blocks: Object.fromEntries(kept) },
    });
  }
}

/** Keeps the key and the place of the title. The other cells name its people and dates. */
const purgedCells = ([first = "", ...rest]: readonly string[]): string[] => [
  first,
  ...rest.map((_, at) => (at === 0 ? PURGED_TITLE : "")),
];

/** Entries stay with who did what and when, without the values. Those of its comments too. */
async function forgetAudit(tx: TxCtx, id: string): Promise<void> {
  const threads = await tx.db.commentThread.findMany({ where: { actionItemId: id }, select: { id: true } });
  await tx.db.auditEntry.updateMany({
    where: { nounId: { in: [id, ...threads.map((thread) => thread.id)] } },
    data: { before: Prisma.DbNull, after: Prisma.DbNull },
  });
}

/** Returns when an action was purged, and by whom. Throws `not_found` for one that wasn't. */
export async function getTombstone(ctx: Ctx, { key }: { key: string }): Promise<ActionTombstone> {
  const where = { AND: [{ number: numberOfKey(key) }, await tombstoneVisibleTo(ctx)] };
  const row = await ctx.db.actionTombstone.findFirst({ where });
  if (!row) throw notFound();
  const by = await ctx.db.user.findFirst({ where: { id: row.purgedById ?? { in: [] } }, select: { name: true } });
  return { key, purgedAt: row.purgedAt.toISOString(), purgedBy: by?.name ?? null };
}
