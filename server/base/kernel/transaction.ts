import { setTimeout as sleep } from "node:timers/promises";
import { Prisma, type PrismaClient } from "#generated/prisma/client.ts";
import { MINUTE_MS } from "#lib/base/time/spans.ts";
import type { Ctx, ReadDb, TxCtx } from "./context.ts";
import type { Recorded } from "./record.ts";

const isClient = (db: ReadDb): db is PrismaClient => "$transaction" in db;
const MOST_ATTEMPTS = 4;

/** By a query of the model, or by one of SQL. */
const isDeadlock = (error: unknown) =>
  error instanceof Prisma.PrismaClientKnownRequestError &&
  (error.code === "P2034" || (error.code === "P2010" && error.message.includes("`40P01`")));

const isTx = (ctx: Ctx | TxCtx): ctx is TxCtx => "inTransaction" in ctx;

/**
 * Runs a function in one transaction: rows, audit entry and outbox event together or not at all. `run` ends with
 * `record`, or with `unrecorded` and a reason, whose result is returned. Inside another transaction it joins that one.
 * It runs again if PostgreSQL ended it to resolve a deadlock, so whatever `run` does outside `tx` may happen twice.
 */
export async function transact<Answer>(
  ctx: Ctx | TxCtx,
  run: (tx: TxCtx) => Promise<Recorded<Answer>>,
  { timeoutMs = MINUTE_MS }: { timeoutMs?: number } = {},
): Promise<Answer> {
  if (isTx(ctx)) return (await run(ctx)).answer;
  const { db: client } = ctx;
  if (!isClient(client)) throw new Error("a transaction was opened on a context that has no client");
  const once = () =>
    client.$transaction((db) => run({ ...ctx, db, shared: undefined, inTransaction: true }), {
      maxWait: 10_000,
      timeout: timeoutMs,
    });
  for (let attempt = 1; attempt < MOST_ATTEMPTS; attempt++) {
    try {
      return (await once()).answer;
    } catch (error) {
      if (!isDeadlock(error)) throw error;
      ctx.log.warn({ attempt }, "a transaction was ended by a deadlock and runs again");
      await sleep(Math.random() * 50 * attempt);
    }
  }
  return (await once()).answer;
}
