import type { Logger } from "pino";
import type { Prisma } from "#generated/prisma/client.ts";
import type { Actor } from "#lib/base/access/actor.ts";

/** An open transaction, or the client. */
export type Db = Prisma.TransactionClient;

type Reading =
  | "findUnique"
  | "findUniqueOrThrow"
  | "findFirst"
  | "findFirstOrThrow"
  | "findMany"
  | "count"
  | "aggregate";
type Models = { readonly [Model in Exclude<keyof Db, `$${string}` | symbol>]: Db[Model] };

/** The database for who only reads. What writes opens a transaction, which ends with a recorded change: see `transact`. */
export type ReadDb = Pick<Db, "$queryRaw" | "$queryRawUnsafe"> & {
  readonly [Model in keyof Models]: Pick<Models[Model], Extract<Reading | "groupBy", keyof Models[Model]>>;
};

/** Everything a verb can use: who acts, the database or the open transaction, the clock, ids, the log. */
export interface Ctx {
  actor: Actor;
  db: ReadDb;
  now: () => Date;
  newId: () => string;
  log: Logger;
  requestId: string | null;
  /** Aborts when no one waits for the answer any more. */
  signal?: AbortSignal | undefined;
}

/** A context whose `db` is an open transaction. */
export interface TxCtx extends Ctx {
  db: Db;
  readonly inTransaction: true;
}
