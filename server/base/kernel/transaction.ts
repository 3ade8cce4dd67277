import type { PrismaClient } from "#generated/prisma/client.ts";
import type { Ctx, Db } from "./context.ts";

/** A context whose `db` is an open transaction. */
export interface TxCtx extends Ctx {
  readonly inTransaction: true;
}

const isClient = (db: Db): db is PrismaClient => "$transaction" in db;
const isTx = (ctx: Ctx | TxCtx): ctx is TxCtx => "inTransaction" in ctx;

/**
 * Runs a verb in one transaction: rows, audit entry and outbox event together or not at all.
 * Inside another transaction it joins that one.
 */
export async function transact<Result>(
  ctx: Ctx | TxCtx,
  run: (tx: TxCtx) => Promise<Result>,
  { timeoutMs = 60_000 }: { timeoutMs?: number } = {},
): Promise<Result> {
  if (isTx(ctx)) return run(ctx);
  if (!isClient(ctx.db)) throw new Error("a transaction was opened on a context that has no client");
  return ctx.db.$transaction((db) => run({ ...ctx, db, inTransaction: true }), { maxWait: 10_000, timeout: timeoutMs });
}
