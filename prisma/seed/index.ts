import type { Pool } from "pg";
import { deleteDemoRows } from "#server/across/demo/index.ts";
import type { Ctx, TxCtx } from "#server/base/kernel/context.ts";
import { unrecorded } from "#server/base/kernel/record.ts";
import { transact } from "#server/base/kernel/transaction.ts";
import { markAsDemo } from "./mark-as-demo.ts";
import { playStory } from "./story.ts";

/** A setting that exists while the demo data is being loaded. If a start finds it, an earlier load was interrupted. */
const LOADING = "demo.loading";

/**
 * Loads the demo data into a database without people, through the same functions that people use, each run on its own
 * day in the past. Returns false and does nothing if someone has an account. No one can be connected yet, and other
 * starting processes wait.
 */
export async function loadDemo(ctx: Ctx, pool: Pool): Promise<boolean> {
  return alone(pool, async () => {
    await clearUnfinished(ctx);
    if ((await ctx.db.user.count()) > 0) return false;
    await unseen(ctx, (tx) => tx.db.setting.create({ data: { key: LOADING, value: true } }));
    await playStory(ctx, pool);
    await unseen(ctx, markAsDemo);
    await unseen(ctx, (tx) => tx.db.setting.delete({ where: { key: LOADING } }));
    return true;
  });
}

/** Deletes all rows that an interrupted load left. No one has signed in since. */
async function clearUnfinished(ctx: Ctx): Promise<void> {
  if (!(await ctx.db.setting.findUnique({ where: { key: LOADING }, select: { key: true } }))) return;
  await unseen(ctx, async (tx) => {
    await markAsDemo(tx);
    await deleteDemoRows(tx);
    await tx.db.setting.delete({ where: { key: LOADING } });
  });
}

const unseen = (ctx: Ctx, write: (tx: TxCtx) => Promise<unknown>): Promise<void> =>
  transact(ctx, async (tx) => {
    await write(tx);
    return unrecorded("no one is connected while the demo data is loaded");
  });

async function alone<Result>(pool: Pool, work: () => Promise<Result>): Promise<Result> {
  const client = await pool.connect();
  try {
    await client.query("SELECT pg_advisory_lock(hashtextextended('afterword demo data', 0))");
    return await work();
  } finally {
    await client.query("SELECT pg_advisory_unlock_all()");
    client.release();
  }
}
